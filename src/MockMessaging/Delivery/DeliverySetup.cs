using MockMessaging.State;

namespace MockMessaging.Delivery;

internal static class DeliverySetup
{
    public static IServiceCollection AddDelivery(this IServiceCollection services)
    {
        services.AddCheckedOptions<DeliveryOptions>("Delivery");
        services.AddSingleton<StatusLadder>();
        services.AddSingleton<MediaClient>();
        services.AddSingleton<MediaFetcher>();
        services.AddSingleton<IResumable>(provider => provider.GetRequiredService<StatusLadder>());
        return services;
    }
}
