using System.Text.Json.Nodes;
using MockMessaging.Contract;
using MockMessaging.Errors;

namespace MockMessaging.Fidelity;

/// <summary>Follows the vendor's document: responses have every documented property, errors the documented HTTP status.</summary>
internal sealed class DocumentedProfile : FidelityProfile
{
    public static readonly DocumentedProfile Instance = new();

    private static readonly string[] Listed = [.. DocumentedValuesAttribute.Of<InBoundMeta>(nameof(InBoundMeta.AppType))];

    public override FidelityMode Mode => FidelityMode.Documented;

    public override bool RepeatsLastEvent => true;
    public override bool StatusPushesHaveDebug => true;
    public override bool ChannelHidesVariables => false;
    public override bool VerifiesToken => true;
    public override bool MakesUpContactInfo => true;
    public override bool EnforcesCareWindow => false;

    /// <summary>The document does not list all types that an app can have, such as WEBHOOK; a strict client can read only listed ones.</summary>
    public override string AppType(string appType) => Listed.Contains(appType) ? appType : "DEFAULT";

    public override ApiException KeyMissing() => ErrorCatalog.KeyMissing();

    public override ApiException KeyInvalid(string reason) => ErrorCatalog.KeyInvalid(reason);

    public override ApiException KeyIsAppId() => KeyInvalid("this is the queue code or id of a client app, not a key");

    public override ApiException SessionNotFound(string? sessionId) =>
        string.IsNullOrEmpty(sessionId) ? ErrorCatalog.IdMissing("sessionId", "the id of a session") : ErrorCatalog.SessionNotFound(sessionId);

    public override ApiException? ContactNotFound(string? contactId) =>
        string.IsNullOrEmpty(contactId) ? ErrorCatalog.IdMissing("contactId", "the id of a contact") : ErrorCatalog.ContactNotFound(contactId);

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
        ContractJsonOptions.Complete.TypeInfo<ApiResponse<T>>());

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
        ContractJsonOptions.Complete.TypeInfo<ApiResultsMetaCompactResponse<T>>());

    public override Envelope Refusal(EnvelopeFacts facts, ApiException failure) => new(
        ErrorEnvelope.Of(failure, facts.Path, facts.TraceId, facts.NowMs), ErrorJson.Readable.ApiResponseJsonObject);
}
