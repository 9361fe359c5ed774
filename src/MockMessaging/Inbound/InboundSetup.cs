namespace MockMessaging.Inbound;

internal static class InboundSetup
{
    public static IServiceCollection AddInbound(this IServiceCollection services) => services.AddSingleton<CallbackRecorder>().AddSingleton<ContactInfoRelay>();
}
