using System.Text.Json.Nodes;
using Microsoft.AspNetCore.WebUtilities;
using MockMessaging.Contract;

namespace MockMessaging.Errors;

/// <summary>The three bodies in which the live service refuses.</summary>
internal static class ProductionRefusal
{
    private static readonly string[] AlwaysNull =
    [
        "details", "extra", "logs", "messageKey", "meta", "params", "path", "query", "redirectUrl", "traces", "warningKey", "warnings", "body", "errorKey",
    ];

    /// <summary>Input errors: the envelope without <c>results</c> and <c>data</c>, nulls written.</summary>
    public static JsonObject Input(ApiException failure, string traceId, long nowMs)
    {
        var body = new JsonObject
        {
            ["timestamp"] = nowMs,
            ["status"] = failure.Status.ToString(provider: null),
            ["error"] = ReasonPhrases.GetReasonPhrase(failure.Status),
            ["statusKey"] = failure.StatusKey,
            ["exception"] = ErrorEnvelope.InputErrorClass,
            ["message"] = failure.Message,
            ["errors"] = new JsonArray([.. failure.Errors.Select(FieldError)]),
            ["traceid"] = traceId,
            ["serverVersion"] = ServerVersion.Stamp,
            ["rawStatusCode"] = 0,
        };
        foreach (var name in AlwaysNull)
        {
            body[name] = null;
        }

        return body;
    }

    /// <summary>The key filter's body, in which nulls are left out.</summary>
    public static JsonObject Filter(ApiException failure, string traceId, long nowMs)
    {
        var body = new JsonObject
        {
            ["timestamp"] = nowMs,
            ["status"] = failure.Status.ToString(provider: null),
            ["error"] = ReasonPhrases.GetReasonPhrase(failure.Status),
            ["statusKey"] = failure.StatusKey,
        };
        if (failure.Errors.Count > 0)
        {
            body["message"] = failure.Message;
        }

        body["errors"] = new JsonArray([.. failure.Errors.Select(error => new JsonObject { ["description"] = error.Description, ["codes"] = new JsonArray() })]);
        body["traceid"] = traceId;
        body["rawStatusCode"] = 0;
        return body;
    }

    /// <summary>The web framework's own body.</summary>
    public static JsonObject Framework(ApiException failure, string path, DateTimeOffset now) => new()
    {
        ["timestamp"] = now.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'+0000'", System.Globalization.CultureInfo.InvariantCulture),
        ["status"] = failure.Status,
        ["error"] = ReasonPhrases.GetReasonPhrase(failure.Status),
        ["message"] = "",
        ["path"] = path,
    };

    private static JsonObject FieldError(ApiFieldError error) => new()
    {
        ["obzect"] = error.Obzect,
        ["field"] = error.Field,
        ["description"] = error.Description,
        ["descriptionKey"] = error.DescriptionKey,
        ["code"] = error.Code,
        ["codeKey"] = error.CodeKey,
        ["codes"] = new JsonArray(),
        ["body"] = null,
        ["possibleValues"] = error.PossibleValues is { Count: > 0 } values ? new JsonArray([.. values.Select(value => value?.DeepClone())]) : null,
    };
}
