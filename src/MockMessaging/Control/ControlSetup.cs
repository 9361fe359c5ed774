using Microsoft.AspNetCore.Mvc;
using MockMessaging.Http;
using MockMessaging.Workspaces;

namespace MockMessaging.Control;

internal static class ControlSetup
{
    public static IServiceCollection AddControl(this IServiceCollection services) => services
        .AddCheckedOptions<ControlOptions>("Control")
        .Configure<MvcOptions>(mvc =>
        {
            mvc.InputFormatters.Add(new ContractInputFormatter(ControlJsonOptions.Wire));

            // For archives alone: the others know no type of the data file.
            mvc.InputFormatters.Add(new ContractInputFormatter(StoredJson.Default.Options));
        })
        .AddSingleton<ClockDriver>()
        .AddSingleton<ReceiverViews>();

    public static IApplicationBuilder UseControlGate(this IApplicationBuilder app) => app.UseMiddleware<ControlGate>();
}
