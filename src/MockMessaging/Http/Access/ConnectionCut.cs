namespace MockMessaging.Http;

/// <summary>Closes the connection without a response, after the request is in the journal.</summary>
internal sealed class ConnectionCut
{
    private static readonly ConnectionCut Wanted = new();

    /// <summary>Nothing may be written to the response after this.</summary>
    public static void Request(HttpContext context)
    {
        // Otherwise an error status that the request has set would get a body.
        context.Response.StatusCode = StatusCodes.Status200OK;
        context.Features.Set(Wanted);
    }

    public static bool IsRequested(HttpContext context) => context.Features.Get<ConnectionCut>() is not null;
}
