using System.Text.Json.Nodes;
using MockMessaging.Errors;

namespace MockMessaging.Fidelity;

/// <summary>
/// All differences between the vendor's document and the live service, one member each. <see cref="DocumentedProfile"/> and
/// <see cref="ProductionProfile"/> have the values.
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

    public abstract ApiException KeyMissing();

    /// <summary>The key is too long, or this server does not accept it.</summary>
    public abstract ApiException KeyInvalid(string reason);

    /// <summary>The key is the queue code or id of a client app, and this server accepts only certain keys.</summary>
    public abstract ApiException KeyIsAppId();

    /// <summary>sessionId is missing or unknown on the session routes.</summary>
    public abstract ApiException SessionNotFound(string? sessionId);

    /// <summary>contactId is missing or unknown on contact/prefs/lang; null if that succeeds.</summary>
    public abstract ApiException? ContactNotFound(string? contactId);

    /// <summary><c>to</c> is missing on message/send.</summary>
    public abstract ApiException ReceiverMissing();

    /// <summary>True: closing or resolving a session a second time returns its last event again.</summary>
    public abstract bool RepeatsLastEvent { get; }

    /// <summary><c>meta.appType</c> of pushes.</summary>
    public abstract string AppType(string appType);

    /// <summary>True: status pushes have <c>meta.debug</c>.</summary>
    public abstract bool StatusPushesHaveDebug { get; }

    /// <summary>True: config/global/vars with a channelId returns nothing, since variables do not belong to channels.</summary>
    public abstract bool ChannelHidesVariables { get; }

    /// <summary>True: the two callback routes refuse a wrong x-verify-token.</summary>
    public abstract bool VerifiesToken { get; }

    /// <summary>True: without a configured URL, contact/info returns a stored or made-up profile; else nothing.</summary>
    public abstract bool MakesUpContactInfo { get; }

    /// <summary>True: free text outside the care window fails, unless <c>Sessions:CareWindow</c> is set.</summary>
    public abstract bool EnforcesCareWindow { get; }

    /// <summary>Success with an ApiResponse.</summary>
    public abstract Envelope Full<T>(EnvelopeFacts facts, IReadOnlyList<T> results, JsonObject? meta);

    /// <summary>
    /// Success with an ApiResultsMetaCompactResponse. For session events, the document has <c>type</c> ACTION and always an object <c>sessionRouted</c>;
    /// the live service has null where pushes have none.
    /// </summary>
    public abstract Envelope Compact<T>(EnvelopeFacts facts, IReadOnlyList<T> results, JsonObject? meta);

    public abstract Envelope Refusal(EnvelopeFacts facts, ApiException failure);
}
