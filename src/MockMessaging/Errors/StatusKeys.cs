namespace MockMessaging.Errors;

/// <summary>The version of the vendor's service that this server simulates; the vendor's document has the same one.</summary>
internal static class ServerVersion
{
    public const string Stamp = "2024-11-19 14:31 UTC";
}

/// <summary>The vendor's words for the result of a request, as far as this server uses them.</summary>
internal static class StatusKeys
{
    public const string Success = "SUCCESS";
    public const string ParamInvalid = "PARAM_INVALID";
    public const string ParamTypeMismatch = "PARAM_TYPE_MISMATCH";
    public const string HttpClientError = "HTTP_CLIENT_ERROR";
    public const string Unauthorized = "UNAUTHORIZED";
    public const string AccessDenied = "ACCESS_DENIED";
    public const string NotFound = "HTTP_NOT_FOUND";
    public const string ServerError = "HTTP_SERVER_ERROR";
    public const string ServiceUnavailable = "SERVICE_UNAVAILABLE";

    /// <summary>The default word for an HTTP status.</summary>
    public static string Of(int status) => status switch
    {
        401 => Unauthorized,
        403 => AccessDenied,
        404 => NotFound,
        503 => ServiceUnavailable,
        >= 500 => ServerError,
        _ => HttpClientError,
    };
}
