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
        services.AddSingleton<PushQueues>();
        services.AddSingleton<IPushQueues>(provider => provider.GetRequiredService<PushQueues>());
        services.AddSingleton<IResumable, PushResume>();
        return services;
    }
}
