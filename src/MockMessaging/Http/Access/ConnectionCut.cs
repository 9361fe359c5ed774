namespace MockMessaging.Http;

/// <summary>Cuts the connection instead of answering, once the call is written down: whoever sees it break finds the call.</summary>
internal sealed class ConnectionCut
{
    private static readonly ConnectionCut Wanted = new();

    /// <summary>Asks for it; nothing is to be answered from here on.</summary>
    public static void Request(HttpContext context)
    {
        // No refusal either, in whatever state the call left its answer.
        context.Response.StatusCode = StatusCodes.Status200OK;
        context.Features.Set(Wanted);
    }

    public static bool IsRequested(HttpContext context) => context.Features.Get<ConnectionCut>() is not null;
}
