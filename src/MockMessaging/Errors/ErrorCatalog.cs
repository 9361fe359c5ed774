using System.Text.Json.Nodes;
using MockMessaging.Contract;

namespace MockMessaging.Errors;

/// <summary>Every refusal this server knows, each named once with status, key, field, code and text.</summary>
internal static class ErrorCatalog
{
    public static ApiException BodyMissing() =>
        new(400, StatusKeys.ParamInvalid, new ApiFieldError { Description = "The request body is missing: send a JSON object." });

    public static ApiException BodyNotJson(string reason) =>
        new(400, StatusKeys.ParamInvalid, new ApiFieldError { Description = $"The request body is not JSON: {reason}" });

    public static ApiException BodyTooDeep(int depth) =>
        new(400, StatusKeys.ParamInvalid, new ApiFieldError { Description = $"The request body is nested more than {depth} levels deep, which is as deep as this server reads and stores." });

    public static ApiException BodyNotText(string charset) =>
        new(400, StatusKeys.ParamInvalid, new ApiFieldError { Description = $"The request body is not valid {charset}; send JSON in UTF-8, or name the charset in Content-Type." });

    public static ApiException BodyNotCompressed(string encoding) =>
        new(400, StatusKeys.ParamInvalid, new ApiFieldError { Field = "Content-Encoding", Description = $"The request body is not valid {encoding}, as Content-Encoding says." });

    public static ApiException WrongContentEncoding(string encoding) =>
        new(415, StatusKeys.HttpClientError, new ApiFieldError { Field = "Content-Encoding", Description = $"The content encoding '{encoding}' is not understood; send gzip, br or deflate, or no Content-Encoding." }) { Kind = RefusalKind.Framework };

    public static ApiException WrongCharset(string charset) =>
        new(415, StatusKeys.HttpClientError, new ApiFieldError { Field = "Content-Type", Description = $"The charset '{charset}' is not understood; send charset=utf-8." }) { Kind = RefusalKind.Framework };

    public static ApiException WrongValue(string shape, string field, string reason, params IReadOnlyList<string> possibleValues) =>
        new(400, StatusKeys.ParamInvalid, new ApiFieldError { Obzect = shape, Field = field, Description = reason, PossibleValues = Values(possibleValues) });

    public static ApiException WrongParameter(string name, string reason) =>
        new(400, StatusKeys.ParamTypeMismatch, new ApiFieldError { Field = name, Description = reason });

    public static ApiException BodyTooLarge(long limit) =>
        new(413, StatusKeys.HttpClientError, new ApiFieldError
        {
            Description = $"The request body is larger than {limit} bytes (Limits:MaxBodyBytes); send media as links, or raise the limit.",
        })
        { Kind = RefusalKind.Framework };

    public static ApiException UnknownRoute(string method, string path) =>
        new(404, StatusKeys.NotFound, new ApiFieldError { Field = "path", Description = $"{method} {path} is no route of this API; /swagger lists all of them." }) { Kind = RefusalKind.Framework };

    public static ApiException WrongMethod(string method, string path, string allowed) =>
        new(405, StatusKeys.HttpClientError, new ApiFieldError { Field = "method", Description = $"{path} does not take {method}; use {allowed}." }) { Kind = RefusalKind.Framework };

    public static ApiException HostUnknown(string host) =>
        new(400, StatusKeys.HttpClientError, new ApiFieldError
        {
            Field = "Host",
            Description = $"This server does not answer to the host name '{host}'; call it as localhost or by its address, or add the name to AllowedHosts.",
        })
        { Kind = RefusalKind.Framework };

    public static ApiException WrongContentType(string? contentType) =>
        new(415, StatusKeys.HttpClientError, new ApiFieldError
        {
            Field = "Content-Type",
            Description = $"{(string.IsNullOrEmpty(contentType) ? "The request has no content type" : $"'{contentType}' is not understood")}; send the header Content-Type: application/json.",
        })
        { Kind = RefusalKind.Framework };

    public static ApiException KeyMissing() =>
        new(401, StatusKeys.Unauthorized, new ApiFieldError { Field = "x-api-key", Description = "Missing x-api-key: send it as header, query parameter or cookie." });

    public static ApiException KeyInvalid(string reason) =>
        new(401, StatusKeys.Unauthorized, new ApiFieldError { Field = "x-api-key", Description = $"Invalid x-api-key: {reason}." });

    /// <summary>The key filter's refusal for which it has no text.</summary>
    public static ApiException Forbidden() => new(403, StatusKeys.AccessDenied) { Kind = RefusalKind.Filter };

    public static ApiException Forbidden(string text) =>
        new(403, StatusKeys.AccessDenied, new ApiFieldError { Description = text }) { Kind = RefusalKind.Filter };

    /// <summary>A failure the live service leaves to its web framework.</summary>
    public static ApiException Framework(int status) => new(status, "") { Kind = RefusalKind.Framework };

    public static ApiException AppUnknown(string id) =>
        new(403, StatusKeys.AccessDenied, new ApiFieldError { Field = "x-api-id", Description = $"x-api-id '{id}' is no client app of this key." })
        {
            Kind = RefusalKind.Filter,
        };

    public static ApiException VerifyTokenWrong() =>
        new(401, StatusKeys.Unauthorized, new ApiFieldError { Field = "x-verify-token", Description = "Wrong x-verify-token: send the value of Webhooks:VerifyToken." });

    public static ApiException ChannelMissing() =>
        Outbound("channelId", "CHANNEL_MISSING", "channelId is missing; GET /api/v1/config/channels lists the channels.");

    public static ApiException ChannelNotFound(string channelId) =>
        Outbound("channelId", "CHANNEL_NOT_FOUND", $"There is no channel '{channelId}'; GET /api/v1/config/channels lists the channels.");

    public static ApiException ChannelDisabled(string channelId) =>
        Outbound("channelId", "CHANNEL_DISABLED", $"Channel '{channelId}' is disabled; send from another one.");

    public static ApiException MessageNotFound(string messageId, string contactType) =>
        Outbound("messageIdResend", "MESSAGE_NOT_FOUND", $"There is no {contactType} message '{messageId}' to send again.");

    public static ApiException TypeMissing() =>
        Outbound("type", "TYPE_MISSING", "type is missing.", "text", "template", "audio", "video", "image", "document");

    public static ApiException DetailsMissing(string type) =>
        Outbound(type, $"{type.ToUpperInvariant()}_DETAILS_MISSING", type == "template"
            ? "A template message needs template.id or template.code."
            : $"A message of type {type} needs the object '{type}'.");

    public static ApiException ReceiverMissing() => ContactUnclear("to is missing: name the receiver.");

    public static ApiException ContactUnclear(string reason) =>
        Outbound("to", "INSUFFICIENT_CONTACT_DETAILS", reason);

    public static ApiException IncorrectAppType(string appType) =>
        new(400, StatusKeys.ParamInvalid, new ApiFieldError
        {
            Obzect = nameof(WebhookUrlRequest),
            Field = "appType",
            CodeKey = "INCORRECT_APP_TYPE",
            Description = $"Only an app of type WEBHOOK can have a webhook, and this one is of type {appType}; send the x-api-id of a WEBHOOK app.",
        });

    public static ApiException QueueInvalid(string queue) =>
        new(400, StatusKeys.ParamInvalid, new ApiFieldError
        {
            Field = "queue",
            CodeKey = "INVALID_QUEUE",
            Description = $"'{queue}' is neither the queue code nor the id of a client app.",
        });

    /// <summary>A request that names nothing to act on.</summary>
    public static ApiException IdMissing(string field, string what) =>
        new(400, StatusKeys.ParamInvalid, new ApiFieldError { Field = field, Description = $"{field} is missing: give {what}." });

    public static ApiException SessionNotFound(string sessionId) =>
        new(404, StatusKeys.NotFound, new ApiFieldError
        {
            Field = "sessionId",
            Description = $"There is no session '{sessionId}'.",
        });

    public static ApiException ContactNotFound(string contactId) =>
        new(404, StatusKeys.NotFound, new ApiFieldError
        {
            Field = "contactId",
            Description = $"There is no contact '{contactId}'; it exists once a message was sent or received.",
        });

    public static ApiException ControlIsOff() =>
        new(404, StatusKeys.NotFound, new ApiFieldError { Description = "The control plane is switched off (Control:Enabled)." });

    public static ApiException ControlTokenWrong() =>
        new(401, StatusKeys.Unauthorized, new ApiFieldError
        {
            Field = "Authorization",
            Description = "The control plane asks for its token: send the header 'Authorization: Bearer …' with the value of Control:Token.",
        });

    /// <summary>Something a path of the control plane names and the workspace lacks.</summary>
    public static ApiException Unknown(string what, string id, string where) =>
        new(404, StatusKeys.NotFound, new ApiFieldError { Field = what, Description = $"There is no {what} '{id}'; {where} lists them." });

    /// <summary>A request that says something the control plane cannot do.</summary>
    public static ApiException Impossible(string field, string reason) =>
        new(400, StatusKeys.ParamInvalid, new ApiFieldError { Field = field, Description = reason });

    public static ApiException Conflict(string field, string reason) =>
        new(409, StatusKeys.ParamInvalid, new ApiFieldError { Field = field, Description = reason });

    /// <summary>The refusal of a fault that has no body of its own.</summary>
    public static ApiException OnPurpose(int status, string fault) =>
        new(status, StatusKeys.Of(status), new ApiFieldError { Description = $"Answered so by the fault '{fault}' of this sandbox; GET /_sandbox/faults lists it." })
        {
            Kind = status >= 500 ? RefusalKind.Framework : RefusalKind.Input,
        };

    /// <summary>Something would grow beyond its limit; the reason names the setting and the way out.</summary>
    public static ApiException Busy(string reason) =>
        new(503, StatusKeys.ServiceUnavailable, new ApiFieldError { Description = reason }) { IsLimit = true };

    public static ApiException Unexpected() =>
        new(500, StatusKeys.ServerError, new ApiFieldError { Description = "This server failed; its log has the cause under the traceid of this answer." }) { Kind = RefusalKind.Framework };

    private static ApiException Outbound(string field, string codeKey, string description, params string[] possibleValues) =>
        new(400, StatusKeys.ParamInvalid, new ApiFieldError
        {
            Obzect = nameof(OutBoundMsg),
            Field = field,
            CodeKey = codeKey,
            Description = description,
            PossibleValues = Values(possibleValues),
        });

    private static IReadOnlyList<JsonNode?> Values(IReadOnlyList<string> words) => [.. words.Select(word => JsonValue.Create(word))];
}
