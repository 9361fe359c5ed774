namespace MockMessaging.Http;

/// <summary>Routes HEAD like GET; Kestrel leaves out the body. A second method on each route would double every route in the OpenAPI documents.</summary>
internal static class HeadRequests
{
    /// <summary>Only routing sees GET; everything else sees HEAD.</summary>
    public static IApplicationBuilder UseRoutingWithHead(this IApplicationBuilder app) => app
        .Use(static (context, next) => AsGet(context, next))
        .UseRouting()
        .Use(static (context, next) =>
        {
            Restore(context);
            return next(context);
        });

    /// <summary>Runs a part of the pipeline that supports only GET.</summary>
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
