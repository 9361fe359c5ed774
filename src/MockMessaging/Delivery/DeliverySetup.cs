using MockMessaging.Workspaces;

namespace MockMessaging.Delivery;

internal static class DeliverySetup
{
    public static IServiceCollection AddDelivery(this IServiceCollection services)
    {
        services.AddCheckedOptions<DeliveryOptions>("Delivery");
        services.AddSingleton<Ladder>();
        services.AddSingleton<IWorkspaceResume>(provider => provider.GetRequiredService<Ladder>());
        return services;
    }
}
