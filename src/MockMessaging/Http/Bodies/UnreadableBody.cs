using MockMessaging.Errors;

namespace MockMessaging.Http;

/// <summary>Marks a request whose body could not be read whole, with the reason.</summary>
internal sealed record UnreadableBody(Exception Reason)
{
    /// <summary>True if it is larger than the route takes; false if it broke off.</summary>
    public bool IsTooLarge => Reason is ApiException { Status: StatusCodes.Status413PayloadTooLarge } or BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge };
}
