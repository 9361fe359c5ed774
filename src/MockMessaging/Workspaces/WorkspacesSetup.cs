using MockMessaging.Fidelity;
using MockMessaging.Limits;
using MockMessaging.Seeding;
using MockMessaging.State;
using MockMessaging.Timers;

namespace MockMessaging.Workspaces;

internal static class WorkspacesSetup
{
    public static IServiceCollection AddWorkspaces(this IServiceCollection services)
    {
        services.AddCheckedOptions<WorkspaceLimits>("Limits");
        services.AddCheckedOptions<SeedingOptions>("Seeding");
        services.AddCheckedOptions<FidelityOptions>("");
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton(provider => Fixtures.Load(provider.GetRequiredService<SeedingOptions>().Path));
        services.AddSingleton(provider => MemoryGuard.OfThisProcess(provider.GetRequiredService<WorkspaceLimits>(), provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<TimerPump>();
        services.AddSingleton<WorkspaceDefaults>();
        services.AddSingleton<OpenWorkspaces>();
        services.AddSingleton<WorkspaceServices>();
        services.AddSingleton<Snapshots>();
        services.AddSingleton<IWorkspaceOwnership, SoleOwner>();
        services.AddSingleton<StoredWorkspaces>();
        services.AddSingleton(provider => ActivatorUtilities.CreateInstance<WorkspaceDirectory>(provider).Connect());
        services.AddHostedService<WorkspaceRestorer>();
        services.AddHostedService(provider => provider.GetRequiredService<TimerPump>());
        services.AddHostedService<IdleWorkspaces>();
        return services;
    }
}
