using System.Text.Json.Nodes;
using MockMessaging.Contract;

namespace MockMessaging.Errors;

/// <summary>All errors of this server: status, status key, field, code and text of each.</summary>
internal static class ErrorCatalog
{
    public static ApiException BodyMissing() => Error(400, StatusKeys.ParamInvalid, null, "The request body is missing: send a JSON object.");

    public static ApiException BodyNotJson(string reason) => Error(400, StatusKeys.ParamInvalid, null, $"The request body is not JSON: {reason}");

    public static ApiException BodyTooDeep(int depth) =>
        Error(400, StatusKeys.ParamInvalid, null, $"The request body has more than {depth} levels of nesting, the most that this server reads and stores.");

    public static ApiException BodyNotText(string charset) =>
        Error(400, StatusKeys.ParamInvalid, null, $"The request body is not valid {charset}; send JSON in UTF-8, or name the charset in Content-Type.");

    public static ApiException BodyNotCompressed(string encoding) =>
        Error(400, StatusKeys.ParamInvalid, "Content-Encoding", $"The request body is not valid {encoding}, although Content-Encoding says so.");

    public static ApiException WrongContentEncoding(string encoding) =>
        Error(415, StatusKeys.HttpClientError, "Content-Encoding", $"The content encoding '{encoding}' is not supported; send gzip, br or deflate, or no Content-Encoding.", RefusalKind.Framework);

    public static ApiException WrongCharset(string charset) =>
        Error(415, StatusKeys.HttpClientError, "Content-Type", $"The charset '{charset}' is not supported; send charset=utf-8.", RefusalKind.Framework);

    public static ApiException WrongValue(string shape, string field, string reason, params IReadOnlyList<string> possibleValues) =>
        new(400, StatusKeys.ParamInvalid, new ApiFieldError { Obzect = shape, Field = field, Description = reason, PossibleValues = Values(possibleValues) });

    public static ApiException WrongParameter(string name, string reason) => Error(400, StatusKeys.ParamTypeMismatch, name, reason);

    public static ApiException BodyTooLarge(long limit) =>
        Error(413, StatusKeys.HttpClientError, null, $"The request body is larger than {limit} bytes (Limits:MaxBodyBytes); send media as links, or raise the limit.", RefusalKind.Framework);

    public static ApiException UnknownRoute(string method, string path) =>
        Error(404, StatusKeys.NotFound, "path", $"{method} {path} is not a route of this API; /swagger lists all routes.", RefusalKind.Framework);

    public static ApiException WrongMethod(string method, string path, string allowed) =>
        Error(405, StatusKeys.HttpClientError, "method", $"{path} does not accept {method}; use {allowed}.", RefusalKind.Framework);

    public static ApiException HostUnknown(string host) =>
        Error(400, StatusKeys.HttpClientError, "Host", $"This server does not accept the host name '{host}'; use localhost or its IP address, or add the name to AllowedHosts.", RefusalKind.Framework);

    public static ApiException WrongContentType(string? contentType) =>
        Error(415, StatusKeys.HttpClientError, "Content-Type", $"{(string.IsNullOrEmpty(contentType) ? "The request has no content type" : $"'{contentType}' is not supported")}; send the header Content-Type: application/json.", RefusalKind.Framework);

    public static ApiException KeyMissing() =>
        Error(401, StatusKeys.Unauthorized, "x-api-key", "Missing x-api-key: send it as header, query parameter or cookie.");

    public static ApiException KeyInvalid(string reason) => Error(401, StatusKeys.Unauthorized, "x-api-key", $"Invalid x-api-key: {reason}.");

    /// <summary>403 of the key check, without a text.</summary>
    public static ApiException Forbidden() => new(403, StatusKeys.AccessDenied) { Kind = RefusalKind.Filter };

    public static ApiException Forbidden(string text) => Error(403, StatusKeys.AccessDenied, null, text, RefusalKind.Filter);

    /// <summary>A failure that the live service leaves to its web framework.</summary>
    public static ApiException Framework(int status) => new(status, "") { Kind = RefusalKind.Framework };

    public static ApiException AppUnknown(string id) =>
        Error(403, StatusKeys.AccessDenied, "x-api-id", $"x-api-id '{id}' is not a client app of this key.", RefusalKind.Filter);

    public static ApiException VerifyTokenWrong() =>
        Error(401, StatusKeys.Unauthorized, "x-verify-token", "Wrong x-verify-token: send the value of Webhooks:VerifyToken.");

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

    public static ApiException ContactUnclear(string reason, string party = "to") => Outbound(party, "INSUFFICIENT_CONTACT_DETAILS", reason);

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

    public static ApiException IdMissing(string field, string what) =>
        Error(400, StatusKeys.ParamInvalid, field, $"{field} is missing: give {what}.");

    public static ApiException SessionNotFound(string sessionId) =>
        Error(404, StatusKeys.NotFound, "sessionId", $"There is no session '{sessionId}'.");

    public static ApiException ContactNotFound(string contactId) =>
        Error(404, StatusKeys.NotFound, "contactId", $"There is no contact '{contactId}'; it exists after the first message to or from it.");

    public static ApiException MediaNotFound() =>
        Error(404, StatusKeys.NotFound, "path", "There is no media file at this link: it was removed, the workspace was reset, or the link is not complete.");

    public static ApiException MediaKeyMissing() =>
        Error(401, StatusKeys.Unauthorized, "x-api-key", "This media file needs the key of its workspace: send it as x-api-key, or as Authorization: Bearer; PATCH /_sandbox/workspace changes linksNeedKey.");

    public static ApiException MediaExpired() => Forbidden("The link of this media file has expired; the workspace's media rules say when.");

    public static ApiException MediaTooLarge(int limit) => Error(413, StatusKeys.HttpClientError, null, $"The file is larger than {limit} bytes (Limits:MaxMediaBytes); send a smaller one, or raise the limit.");

    public static ApiException MediaTypeMissing() =>
        Error(415, StatusKeys.HttpClientError, "Content-Type", "Nothing says the type of the file; send its MIME type as Content-Type, such as image/png.", RefusalKind.Framework);

    public static ApiException MediaTypeWrong(string contentType) =>
        Error(415, StatusKeys.HttpClientError, "Content-Type", $"'{contentType}' is not the type of a media file; send its MIME type as Content-Type, such as image/png, or multipart/form-data with the part file.", RefusalKind.Framework);

    public static ApiException MediaEncoded(string encoding) =>
        Error(415, StatusKeys.HttpClientError, "Content-Encoding", $"The file is sent with the content encoding '{encoding}'; send it as it is, without Content-Encoding.", RefusalKind.Framework);

    public static ApiException MediaEmpty() => Error(400, StatusKeys.ParamInvalid, null, "The file is empty; send its bytes as the request body, or as a part of multipart/form-data.");

    public static ApiException ControlIsOff() => Error(404, StatusKeys.NotFound, null, "The control plane is switched off (Control:Enabled).");

    public static ApiException ControlTokenWrong() =>
        Error(401, StatusKeys.Unauthorized, "Authorization", "The control plane needs its token: send the header 'Authorization: Bearer …' with the value of Control:Token.");

    public static ApiException NoCertificate() => Error(404, StatusKeys.NotFound, null, "This server has made no certificate; the setting Https:SelfSigned=true makes one.");

    /// <summary>The path of a control plane route names something that the workspace does not have.</summary>
    public static ApiException Unknown(string what, string id, string where) =>
        Error(404, StatusKeys.NotFound, what, $"There is no {what} '{id}'; {where} lists them.");

    /// <summary>The path of a control plane route has another name of something instead of its id.</summary>
    public static ApiException NotTheId(string what, string name, string id) => Error(404, StatusKeys.NotFound, what, $"There is no {what} with the id '{name}'; the {what} of this name has the id '{id}'.");

    /// <summary>The control plane cannot do what the request asks for.</summary>
    public static ApiException Impossible(string field, string reason) => Error(400, StatusKeys.ParamInvalid, field, reason);

    /// <param name="problems">In the order of the text, at least one.</param>
    public static ApiException ScenarioWrong(IReadOnlyList<PlacedProblem> problems) => new(
        400,
        StatusKeys.ParamInvalid,
        new ApiFieldError
        {
            Field = problems[0].Field,
            Description = $"The scenario has {(problems.Count == 1 ? "a problem" : $"{problems.Count} problems")}, and nothing of it was applied.\n{string.Join('\n', problems)}",
        })
    {
        Problems = problems,
    };

    public static ApiException ScenarioTypeWrong(string? contentType) => Error(
        415, StatusKeys.HttpClientError, "Content-Type", $"{(string.IsNullOrEmpty(contentType) ? "The request has no content type" : $"'{contentType}' is not the type of a scenario")}; send Content-Type: application/yaml, or application/json.", RefusalKind.Framework);

    public static ApiException Conflict(string field, string reason) => Error(409, StatusKeys.ParamInvalid, field, reason);

    /// <summary>The response of a fault that has no body of its own.</summary>
    public static ApiException OnPurpose(int status, string fault) =>
        Error(status, StatusKeys.Of(status), null, $"The fault '{fault}' of this sandbox made this response; GET /_sandbox/faults lists it.", status >= 500 ? RefusalKind.Framework : RefusalKind.Input);

    /// <summary>A limit is reached; the reason names the setting and says what to do.</summary>
    public static ApiException Busy(string reason) =>
        new(503, StatusKeys.ServiceUnavailable, new ApiFieldError { Description = reason }) { IsLimit = true };

    public static ApiException Unexpected() =>
        Error(500, StatusKeys.ServerError, null, "This server failed; its log has the cause under the traceid of this response.", RefusalKind.Framework);

    private static ApiException Error(int status, string key, string? field, string description, RefusalKind kind = RefusalKind.Input) =>
        new(status, key, new ApiFieldError { Field = field, Description = description }) { Kind = kind };

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
