using System.Text.Json.Nodes;
using MockMessaging.Contract;
using MockMessaging.Errors;

namespace MockMessaging.Fidelity;

/// <summary>As the document says: every property there, every status it lists.</summary>
internal sealed class DocumentedProfile : FidelityProfile
{
    public static readonly DocumentedProfile Instance = new();

    public override FidelityMode Mode => FidelityMode.Documented;

    public override bool TellsLastEventAgain => true;

    public override bool ChannelHidesVariables => false;

    public override bool VerifiesToken => true;

    public override bool AnswersForTheBusiness => true;

    public override bool EnforcesCareWindow => false;

    public override ApiException KeyMissing() => ErrorCatalog.KeyMissing();

    public override ApiException KeyInvalid(string reason) => ErrorCatalog.KeyInvalid(reason);

    public override ApiException KeyIsNone() => KeyInvalid("this is the queue code or id of a client app, not a key");

    public override ApiException SessionNotFound(string? sessionId) => ErrorCatalog.SessionNotFound(sessionId);

    public override ApiException? ContactNotFound(string? contactId) => ErrorCatalog.ContactNotFound(contactId);

    public override ApiException ReceiverMissing() => ErrorCatalog.ReceiverMissing();

    public override Envelope Full<T>(EnvelopeFacts facts, IReadOnlyList<T> results, JsonObject? meta) => new(
        new ApiResponse<T>
        {
            Data = results.Count > 0 ? results[0] : default,
            Meta = meta,
            Path = facts.Path,
            Results = results,
            ServerVersion = ServerVersion.Stamp,
            Status = "200",
            StatusKey = StatusKeys.Success,
            Timestamp = facts.NowMs,
            Traceid = facts.TraceId,
        },
        ContractJsonOptions.Complete.Shape<ApiResponse<T>>());

    public override Envelope Compact<T>(EnvelopeFacts facts, IReadOnlyList<T> results, JsonObject? meta) => new(
        new ApiResultsMetaCompactResponse<T>
        {
            Meta = meta,
            Results = results,
            Status = "200",
            StatusKey = StatusKeys.Success,
            Timestamp = facts.NowMs,
            Traceid = facts.TraceId,
        },
        ContractJsonOptions.Complete.Shape<ApiResultsMetaCompactResponse<T>>());

    public override Envelope Refusal(EnvelopeFacts facts, ApiException failure) => new(
        ErrorEnvelope.Of(failure, facts.Path, facts.TraceId, facts.NowMs), ErrorJson.Readable.ApiResponseJsonObject);
}
