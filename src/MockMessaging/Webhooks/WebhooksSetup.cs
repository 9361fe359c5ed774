using MockMessaging.State;
using MockMessaging.Workspaces;

namespace MockMessaging.Webhooks;

internal static class WebhooksSetup
{
    public static IServiceCollection AddWebhooks(this IServiceCollection services)
    {
        services.AddCheckedOptions<WebhooksOptions>("Webhooks");
        services.AddSingleton<PushBuilder>();
        services.AddSingleton<PushSpans>();
        services.AddSingleton<PushSender>();
        services.AddSingleton<WebhookProbe>();
        services.AddSingleton<PushLanes>();
        services.AddSingleton<IResumable, PushResume>();
        return services;
    }

    /// <summary>Connects the workspaces to the way out for their pushes.</summary>
    public static IServiceProvider ConnectWebhooks(this IServiceProvider provider)
    {
        var lanes = provider.GetRequiredService<PushLanes>();
        var services = provider.GetRequiredService<WorkspaceServices>();
        services.PushOut = lanes.Enqueue;
        services.PushesVoid = lanes.VoidAsync;
        services.PushesIdle = lanes.IsIdle;
        return provider;
    }
}
