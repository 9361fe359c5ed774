namespace MockMessaging.Http;

/// <summary>
/// HEAD works where GET does: it is routed as GET, and the server leaves out the body. Not as a second method of each route, since that
/// would double every route in the documents.
/// </summary>
internal static class HeadRequests
{
    /// <summary>Routing in which HEAD finds what GET finds; all else sees the method as it came.</summary>
    public static IApplicationBuilder UseRoutingWithHead(this IApplicationBuilder app) => app
        .Use(static (context, next) => AsGet(context, next))
        .UseRouting()
        .Use(static (context, next) =>
        {
            Restore(context);
            return next(context);
        });

    /// <summary>Runs a part of the pipeline that knows GET alone.</summary>
    public static Task AsGet(HttpContext context, RequestDelegate next) =>
        HttpMethods.IsHead(context.Request.Method) ? RunAsync(context, next) : next(context);

    private static async Task RunAsync(HttpContext context, RequestDelegate next)
    {
        context.Items[typeof(HeadRequests)] = true;
        context.Request.Method = HttpMethods.Get;
        try
        {
            await next(context).ConfigureAwait(false);
        }
        finally
        {
            Restore(context);
        }
    }

    private static void Restore(HttpContext context)
    {
        if (context.Items.ContainsKey(typeof(HeadRequests)))
        {
            context.Request.Method = HttpMethods.Head;
        }
    }
}
