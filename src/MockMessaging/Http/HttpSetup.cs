using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using MockMessaging.Contract;
using MockMessaging.Errors;

namespace MockMessaging.Http;

internal static class HttpSetup
{
    public static IServiceCollection AddContractControllers(this IServiceCollection services)
    {
        services.AddControllers(mvc =>
            {
                mvc.InputFormatters.Clear();
                mvc.InputFormatters.Add(new ContractInputFormatter(ContractJsonOptions.Request));
            })
            .ConfigureApplicationPartManager(parts => parts.FeatureProviders.Add(new InternalControllers()))
            .ConfigureApiBehaviorOptions(behaviour =>
            {
                behaviour.SuppressMapClientErrors = true;
                behaviour.InvalidModelStateResponseFactory = RefuseParameters;
            });
        services.AddSingleton<ConnectionLimit>();
        services.AddOptions<KestrelServerOptions>().Configure<ConnectionLimit>((kestrel, connections) =>
        {
            kestrel.AddServerHeader = false;
            kestrel.ConfigureEndpointDefaults(endpoint => endpoint.Use(next => connection => connections.TakeAsync(connection, next)));
        });
        return services;
    }

    public static IApplicationBuilder UseErrorAnswers(this IApplicationBuilder app) => app.UseMiddleware<ErrorResponder>();

    public static IApplicationBuilder UseAdmission(this IApplicationBuilder app) => app.UseMiddleware<Admission>();

    /// <summary>Bodies are refused where they are read; what is left here are query parameters of a wrong type.</summary>
    private static IActionResult RefuseParameters(ActionContext context)
    {
        var (name, entry) = context.ModelState.First(entry => entry.Value?.Errors.Count > 0);
        var type = context.ActionDescriptor.Parameters.First(parameter => parameter.Name == name).ParameterType;
        throw ErrorCatalog.WrongParameter(name, $"{name}: '{entry!.AttemptedValue}' is not {ExpectedValue.Of(type)}.");
    }
}
