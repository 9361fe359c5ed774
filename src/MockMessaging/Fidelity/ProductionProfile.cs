using System.Text.Json.Nodes;
using MockMessaging.Contract;
using MockMessaging.Errors;

namespace MockMessaging.Fidelity;

/// <summary>Follows the live service: writes nulls, and the error bodies of its framework.</summary>
internal sealed class ProductionProfile : FidelityProfile
{
    public static readonly ProductionProfile Instance = new();

    public override FidelityMode Mode => FidelityMode.Production;

    public override bool RepeatsLastEvent => false;
    public override bool StatusPushesHaveDebug => false;
    public override bool ChannelHidesVariables => true;
    public override bool VerifiesToken => false;
    public override bool MakesUpContactInfo => false;
    public override bool EnforcesCareWindow => true;

    public override string AppType(string appType) => appType;

    public override ApiException KeyMissing() => ErrorCatalog.Forbidden("Missing x-api-key");

    public override ApiException KeyInvalid(string reason) => ErrorCatalog.Forbidden("Invalid x-api-key");

    public override ApiException KeyIsAppId() => ErrorCatalog.Forbidden();

    public override ApiException SessionNotFound(string? sessionId) => ErrorCatalog.Framework(500);

    public override ApiException? ContactNotFound(string? contactId) => null;

    public override ApiException ReceiverMissing() => ErrorCatalog.Framework(500);

    public override Envelope Full<T>(EnvelopeFacts facts, IReadOnlyList<T> results, JsonObject? meta) => new(
        new ApiResponse<T>
        {
            Meta = meta,
            Results = results,
            ServerVersion = ServerVersion.Stamp,
            Status = "200",
            StatusKey = StatusKeys.Success,
            Timestamp = facts.NowMs,
            Traceid = facts.TraceId,
        },
        ContractJsonOptions.WithNulls.TypeInfo<ApiResponse<T>>());

    // The live service has one envelope for all routes; the compact one exists only in the document.
    public override Envelope Compact<T>(EnvelopeFacts facts, IReadOnlyList<T> results, JsonObject? meta) => Full(facts, results, meta);

    public override Envelope Refusal(EnvelopeFacts facts, ApiException failure) => failure.Kind switch
    {
        RefusalKind.Framework => new Envelope(ProductionRefusal.Framework(failure, facts.Path, facts.Now), ErrorJson.Readable.JsonObject),
        RefusalKind.Filter => new Envelope(ProductionRefusal.Filter(failure, facts.TraceId, facts.NowMs), ErrorJson.Readable.JsonObject),
        _ => new Envelope(ProductionRefusal.Input(failure, facts.TraceId, facts.NowMs), ErrorJson.Readable.JsonObject)
        {
            Headers = [KeyValuePair.Create("x-exception", ErrorEnvelope.InputErrorClass)],
        },
    };
}
