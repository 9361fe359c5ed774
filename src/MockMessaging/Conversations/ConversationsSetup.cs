using Microsoft.Extensions.Options;

namespace MockMessaging.Conversations;

internal static class ConversationsSetup
{
    public static IServiceCollection AddConversations(this IServiceCollection services)
    {
        services.AddCheckedOptions<SessionsOptions>("Sessions");
        services.AddSingleton<IValidateOptions<SessionsOptions>, FeedbackQueueCheck>();
        return services.AddSingleton<SessionLifecycle>().AddSingleton<InboundReceiver>();
    }
}
