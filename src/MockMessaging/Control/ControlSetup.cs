using Microsoft.AspNetCore.Mvc;
using MockMessaging.Http;
using MockMessaging.Persistence;
using MockMessaging.State;
using MockMessaging.Workspaces;

namespace MockMessaging.Control;

internal static class ControlSetup
{
    public static IServiceCollection AddControl(this IServiceCollection services) => services
        .AddCheckedOptions<ControlOptions>("Control")
        .Configure<MvcOptions>(mvc =>
        {
            mvc.InputFormatters.Add(new ContractInputFormatter(ControlJsonOptions.Request, isStrict: true));

            // Reads archive uploads only; the other formatters do not know the archive types.
            mvc.InputFormatters.Add(new ContractInputFormatter(ArchiveReader.Options, isStrict: true));
        })
        .AddCheckedOptions<ScenariosOptions>("Scenarios")
        .AddSingleton(provider => new ScenarioFiles(
            provider.GetRequiredService<ScenariosOptions>(), provider.GetRequiredService<WorkspaceDefaults>, provider.GetRequiredService<ScenarioLoader>))
        .AddSingleton<IWorkspaceContent>(provider => provider.GetRequiredService<ScenarioFiles>())
        .AddCheck(static provider => provider.GetRequiredService<ScenarioFiles>().Problems())
        .AddSingleton<IWorkspaceCatalog, WorkspaceCatalog>()
        .AddSingleton<ApiRoutes>()
        .AddSingleton<ClockDriver>()
        .AddSingleton<ScenarioCustomers>()
        .AddSingleton<ScenarioLoader>()
        .AddSingleton<ConversationViews>()
        .AddSingleton<ReceiverViews>()
        .AddSingleton<WorkspaceViews>();
}
