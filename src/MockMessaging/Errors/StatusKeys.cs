namespace MockMessaging.Errors;

/// <summary>The vendor's words for the outcome of a call, as far as this server uses them.</summary>
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

    /// <summary>The usual word for an HTTP status.</summary>
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
