using System.Text.Json.Nodes;
using MockMessaging.Errors;

namespace MockMessaging.Fidelity;

/// <summary>
/// Everything in which document and live service disagree, a member a row; the two columns are <see cref="DocumentedProfile"/> and
/// <see cref="ProductionProfile"/>. What is not here is the same in both.
/// </summary>
internal abstract class FidelityProfile
{
    /// <exception cref="ArgumentOutOfRangeException">There is no such mode.</exception>
    public static FidelityProfile Of(FidelityMode mode) => mode switch
    {
        FidelityMode.Documented => DocumentedProfile.Instance,
        FidelityMode.Production => ProductionProfile.Instance,
        _ => throw new ArgumentOutOfRangeException(nameof(mode), mode, $"There is no fidelity mode {mode}; use {string.Join(" or ", Enum.GetNames<FidelityMode>())}."),
    };

    public abstract FidelityMode Mode { get; }

    /// <summary>Key missing.</summary>
    public abstract ApiException KeyMissing();

    /// <summary>Key unknown where keys are restricted, or not usable as one.</summary>
    public abstract ApiException KeyInvalid(string reason);

    /// <summary>A queue code or app id given as the key, where keys are restricted.</summary>
    public abstract ApiException KeyIsNone();

    /// <summary>Missing or unknown sessionId on the session routes.</summary>
    public abstract ApiException SessionNotFound(string? sessionId);

    /// <summary>Missing or unknown contactId on contact/prefs/lang; none where that succeeds.</summary>
    public abstract ApiException? ContactNotFound(string? contactId);

    /// <summary><c>to</c> missing on message/send.</summary>
    public abstract ApiException ReceiverMissing();

    /// <summary>Close or resolve of a session already closed or resolved: whether its last event is told again.</summary>
    public abstract bool TellsLastEventAgain { get; }

    /// <summary><c>meta.appType</c> of pushes.</summary>
    public abstract string AppType(string appType);

    /// <summary><c>meta.debug</c> on status pushes: whether it is there.</summary>
    public abstract bool StatusesTellDebug { get; }

    /// <summary>channelId on config/global/vars: whether it leaves nothing, since variables belong to no channel.</summary>
    public abstract bool ChannelHidesVariables { get; }

    /// <summary>A wrong x-verify-token on the two callback routes: whether it is refused.</summary>
    public abstract bool VerifiesToken { get; }

    /// <summary>contact/info where no URL is configured: whether what the sandbox knows or makes up is answered, or nothing.</summary>
    public abstract bool AnswersForTheBusiness { get; }

    /// <summary>Free text outside the care window: whether it fails where <c>Sessions:CareWindow</c> does not say.</summary>
    public abstract bool EnforcesCareWindow { get; }

    /// <summary>Success in the ApiResponse family.</summary>
    public abstract Envelope Full<T>(EnvelopeFacts facts, IReadOnlyList<T> results, JsonObject? meta);

    /// <summary>
    /// Success in the ApiResultsMetaCompactResponse family. Session events in it: in the one <c>type</c> ACTION and always an object
    /// <c>sessionRouted</c>, in the other null where pushes have none.
    /// </summary>
    public abstract Envelope Compact<T>(EnvelopeFacts facts, IReadOnlyList<T> results, JsonObject? meta);

    /// <summary>A refusal.</summary>
    public abstract Envelope Refusal(EnvelopeFacts facts, ApiException failure);
}
