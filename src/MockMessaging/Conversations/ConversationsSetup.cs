namespace MockMessaging.Conversations;

internal static class ConversationsSetup
{
    public static IServiceCollection AddConversations(this IServiceCollection services)
    {
        services.AddCheckedOptions<SessionsOptions>("Sessions");
        return services.AddSingleton<SessionDesk>().AddSingleton<InboundDesk>();
    }
}
