using Microsoft.AspNetCore.Cors.Infrastructure;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ApplicationParts;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Options;
using MockMessaging.Contract;
using MockMessaging.Errors;
using MockMessaging.Limits;

namespace MockMessaging.Http;

internal static class HttpSetup
{
    public static IServiceCollection AddContractControllers(this IServiceCollection services, params IEnumerable<Type> controllers)
    {
        var parts = new ApplicationPartManager();
        parts.ApplicationParts.Add(new ControllerList(controllers));
        parts.FeatureProviders.Add(new ListedControllers());
        services.AddSingleton(parts);

        // The core alone: whoever calls has a key and no identity, and bodies are checked where they are read and by the rules that use them.
        services.AddMvcCore(mvc =>
            {
                // No route takes a form.
                mvc.ValueProviderFactories.Clear();
                mvc.ValueProviderFactories.Add(new RouteValueProviderFactory());
                mvc.ValueProviderFactories.Add(new QueryStringValueProviderFactory());
                mvc.ModelMetadataDetailsProviders.Add(new ValuesAsGiven());
                mvc.InputFormatters.Clear();
                mvc.InputFormatters.Add(new ContractInputFormatter(ContractJsonOptions.Request));
            })
            .AddApiExplorer()
            .ConfigureApiBehaviorOptions(behaviour =>
            {
                behaviour.SuppressMapClientErrors = true;

                // Each parameter says where it comes from; to find out would take a twentieth of the start.
                behaviour.SuppressInferBindingSourcesForParameters = true;
                behaviour.InvalidModelStateResponseFactory = RefuseParameters;
            });
        services.AddSingleton<IObjectModelValidator, NoModelValidator>();
        services.PostConfigure<LoggerFilterOptions>(LogGuard.Guard);
        services.AddCors();
        services.AddCheckedOptions<CorsSettings>("Cors");
        services.AddSingleton<ICorsPolicyProvider, CorsPolicies>();
        services.AddCheck(static provider => ListenAddresses.Problems(provider.GetRequiredService<IConfiguration>()));
        services.AddOptions<KestrelServerOptions>().Configure<IOptions<WorkspaceLimits>>((kestrel, limits) =>
        {
            kestrel.AddServerHeader = false;

            // Endpoints are bound after all settings are checked; reading this one now would report it alone.
            kestrel.ConfigureEndpointDefaults(_ => kestrel.Limits.MaxConcurrentConnections = limits.Value.MaxConnections);
        });
        return services;
    }

    public static IApplicationBuilder UseRequestLog(this IApplicationBuilder app) => app.UseMiddleware<RequestLog>();

    public static IApplicationBuilder UseRequestSpans(this IApplicationBuilder app) => app.UseMiddleware<RequestSpans>();

    public static IApplicationBuilder UseErrorAnswers(this IApplicationBuilder app) => app.UseMiddleware<ErrorResponder>();

    public static IApplicationBuilder UseHostGate(this IApplicationBuilder app) => app.UseMiddleware<HostGate>();

    public static IApplicationBuilder UseApiFaults(this IApplicationBuilder app) => app.UseMiddleware<ApiFaultMiddleware>();

    public static IApplicationBuilder UseAdmission(this IApplicationBuilder app) => app.UseMiddleware<Admission>();

    /// <summary>Bodies are refused where they are read; what is left here are query parameters of a wrong type.</summary>
    private static IActionResult RefuseParameters(ActionContext context)
    {
        var (name, entry) = context.ModelState.First(entry => entry.Value?.Errors.Count > 0);
        var type = context.ActionDescriptor.Parameters.First(parameter => parameter.Name == name).ParameterType;
        throw ErrorCatalog.WrongParameter(name, $"{name}: '{entry!.AttemptedValue}' is not {ExpectedValue.Of(type)}.");
    }
}
