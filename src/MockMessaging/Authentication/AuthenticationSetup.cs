using MockMessaging.Http;

namespace MockMessaging.Authentication;

internal static class AuthenticationSetup
{
    public static IServiceCollection AddApiKeys(this IServiceCollection services) => services
        .AddCheckedOptions<AuthOptions>("Auth")
        .AddSingleton<TenantGate>()
        .AddSingleton(static provider => new HostNames(provider.GetRequiredService<TenantGate>().IsSubDomain))
        .AddSingleton<IRequestWorkspaceFinder, RequestWorkspaceFinder>();
}
