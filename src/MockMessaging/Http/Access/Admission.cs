using MockMessaging.Errors;
using MockMessaging.Limits;

namespace MockMessaging.Http;

/// <summary>Refuses, before anything of a request is read, what the server as a whole has no room for. Probes always get through.</summary>
internal sealed class Admission(RequestDelegate next, ConnectionLimit connections, MemoryGuard memory, WorkspaceLimits limits)
{
    public Task InvokeAsync(HttpContext context)
    {
        if (connections.Refuses(context) && !context.Request.Path.StartsWithSegments("/healthz", StringComparison.OrdinalIgnoreCase))
        {
            context.Response.Headers.Connection = "close";
            throw ErrorCatalog.Busy($"This server has {limits.MaxConnections} open connections, as many as it may (Limits:MaxConnections); close or reuse some, or raise the setting.");
        }

        if (memory.IsFull && Adds(context.Request.Method))
        {
            throw ErrorCatalog.Busy(memory.Reason);
        }

        return next(context);
    }

    private static bool Adds(string method) => !HttpMethods.IsGet(method) && !HttpMethods.IsHead(method) && !HttpMethods.IsDelete(method) && !HttpMethods.IsOptions(method);
}
