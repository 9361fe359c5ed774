using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.WebUtilities;
using MockMessaging.Contract;

namespace MockMessaging.Errors;

/// <summary>An error as the documented envelope. Every property has a value, so that strict clients can read it.</summary>
internal static class ErrorEnvelope
{
    public const string InputErrorClass = "com.boot.jx.exception.ApiHttpExceptions$ApiHttpArgException";

    public static ApiResponse<JsonObject> Of(ApiException failure, string path, string traceId, long nowMs) => new()
    {
        Data = [],
        Details = [],
        Error = ReasonPhrases.GetReasonPhrase(failure.Status),
        Errors = [.. failure.Errors.Select(Complete)],
        Exception = failure.Status == 400 ? InputErrorClass : "",
        Extra = [],
        Logs = [],
        Message = failure.Message,
        MessageKey = "",
        Meta = [],
        Params = [],
        Path = path,
        Query = [],
        RedirectUrl = "",
        Results = [],
        ServerVersion = ServerVersion.Stamp,
        Status = failure.Status.ToString(provider: null),
        StatusKey = failure.StatusKey,
        Timestamp = nowMs,
        Traceid = traceId,
        Traces = [],
        WarningKey = "",
        Warnings = [],
    };

    private static ApiFieldError Complete(ApiFieldError error) => new()
    {
        Body = new JsonObject(),
        Code = error.Code ?? "",
        CodeKey = error.CodeKey ?? "",
        Codes = error.Codes ?? [],
        Description = error.Description ?? "",
        DescriptionKey = error.DescriptionKey ?? "",
        Field = error.Field ?? "",
        Obzect = error.Obzect ?? "",
        PossibleValues = error.PossibleValues ?? [],
    };
}

/// <summary>How errors are written.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(ApiResponse<JsonObject>))]
[JsonSerializable(typeof(JsonObject))]
internal sealed partial class ErrorJson : JsonSerializerContext
{
    /// <summary>Does not escape quotes in texts.</summary>
    public static ErrorJson Readable { get; } = new(new JsonSerializerOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, PropertyNamingPolicy = JsonNamingPolicy.CamelCase });
}

/// <summary>The three error bodies of the live service.</summary>
internal static class ProductionRefusal
{
    private static readonly string[] AlwaysNull =
    [
        "details", "extra", "logs", "messageKey", "meta", "params", "path", "query", "redirectUrl", "traces", "warningKey", "warnings", "body", "errorKey",
    ];

    /// <summary>Input errors: the envelope without <c>results</c> and <c>data</c>; nulls are written.</summary>
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

    /// <summary>The key filter's body; nulls are left out.</summary>
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
        ["timestamp"] = now.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'+0000'", CultureInfo.InvariantCulture),
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
