namespace MockMessaging.Messages;

internal static class MessagesSetup
{
    public static IServiceCollection AddMessages(this IServiceCollection services) => services.AddSingleton<MessageSender>();
}
