using System.Diagnostics;
using MockMessaging.Control;
using MockMessaging.Http;
using ModelContextProtocol.Protocol;

namespace MockMessaging.Mcp;

/// <summary>
/// The endpoint of the MCP library. It has services and routing of its own, because those of the server are complete before the first request.
/// </summary>
internal static class McpEndpoint
{
    private const string Instructions = """
        This is a test server of a messaging API (WhatsApp, SMS, e-mail). Nothing reaches a real phone. Each key has a private workspace with customers, messages, a clock, rules for
        what happens to messages, and faults. The application under test calls the messaging API with the same key; these tools play the customers and the provider, and show what happened.
        If the clock is frozen, nothing happens until advance_clock.
        """;

    public static RequestDelegate Build(string path, ServerAddresses addresses, IHostApplicationLifetime lifetime, ILoggerFactory logs)
    {
        var services = new ServiceCollection();
        services.AddSingleton(logs);
        services.AddSingleton(typeof(ILogger<>), typeof(Logger<>));
        services.AddSingleton(new DiagnosticListener("MockMessaging.Mcp"));
        services.AddRouting();
        services.AddHttpContextAccessor();
        services.AddSingleton(addresses);
        services.AddSingleton(lifetime);
        services.AddSingleton<ControlCalls>();
        services.AddMcpServer(static options =>
            {
                options.ServerInfo = new Implementation { Name = "mock-messaging", Title = "MockMessaging", Version = ProductVersion.Text };
                options.ServerInstructions = Instructions;
            })
            .WithHttpTransport()
            .WithTools<CustomerTools>()
            .WithTools<ConversationTools>()
            .WithTools<WorkspaceTools>()
            .WithTools<WebhookTools>();
        var provider = services.BuildServiceProvider();
        var builder = new ApplicationBuilder(provider);
        builder.UseRouting();
        builder.UseEndpoints(endpoints => endpoints.MapMcp(path));
        var endpoint = builder.Build();
        var accessor = provider.GetRequiredService<IHttpContextAccessor>();
        return async context =>
        {
            var outer = context.RequestServices;
            await using var scope = provider.CreateAsyncScope();
            (context.RequestServices, accessor.HttpContext) = (scope.ServiceProvider, context);
            try
            {
                await endpoint(context).ConfigureAwait(false);
            }
            finally
            {
                context.RequestServices = outer;
            }
        };
    }
}
