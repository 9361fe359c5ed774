using Microsoft.AspNetCore.Mvc;
using MockMessaging.Http;

namespace MockMessaging.Control;

internal static class ControlSetup
{
    public static IServiceCollection AddControl(this IServiceCollection services) => services
        .Configure<MvcOptions>(mvc => mvc.InputFormatters.Add(new ContractInputFormatter(ControlJsonOptions.Wire)))
        .AddSingleton<ClockDriver>();
}
