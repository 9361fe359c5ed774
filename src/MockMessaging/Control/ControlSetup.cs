using Microsoft.AspNetCore.Mvc;
using MockMessaging.Http;
using MockMessaging.Persistence;

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
        .AddSingleton<ApiRoutes>()
        .AddSingleton<ClockDriver>()
        .AddSingleton<ConversationViews>()
        .AddSingleton<ReceiverViews>()
        .AddSingleton<WorkspaceViews>();
}
