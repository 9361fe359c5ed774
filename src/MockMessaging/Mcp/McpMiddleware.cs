using MockMessaging.Http;

namespace MockMessaging.Mcp;

/// <summary>
/// MCP for AI agents, at <c>/mcp</c>. The library for it is loaded and set up with the first request, so the start costs nothing. The gate of the control plane stands
/// before it.
/// </summary>
internal sealed class McpMiddleware(RequestDelegate next, ServerAddresses addresses, IHostApplicationLifetime lifetime, ILoggerFactory logs)
{
    private static readonly PathString Path = "/mcp";

    private readonly Lazy<RequestDelegate> _endpoint = new(() => McpEndpoint.Build(Path, addresses, lifetime, logs));

    public Task InvokeAsync(HttpContext context) =>
        context.Request.Path.StartsWithSegments(Path, StringComparison.OrdinalIgnoreCase) ? _endpoint.Value(context) : next(context);
}
