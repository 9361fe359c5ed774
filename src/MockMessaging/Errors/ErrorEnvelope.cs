using System.Text.Json.Nodes;
using Microsoft.AspNetCore.WebUtilities;
using MockMessaging.Contract;

namespace MockMessaging.Errors;

/// <summary>A refusal as the documented envelope, every property with a value so that strict clients can read it.</summary>
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
