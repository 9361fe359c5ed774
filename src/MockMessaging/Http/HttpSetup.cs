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

        // Only the core of MVC: requests have a key and no identity, and bodies are checked by the formatter and by the code that uses them.
        services.AddMvcCore(mvc =>
            {
                // No route accepts forms.
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

                // Every parameter has an attribute for its source; to infer it would take a twentieth of the start.
                behaviour.SuppressInferBindingSourcesForParameters = true;
                behaviour.InvalidModelStateResponseFactory = RefuseParameters;
            });
        services.AddSingleton<IObjectModelValidator, NoModelValidator>();
        services.PostConfigure<LoggerFilterOptions>(LogGuard.Guard);
        services.AddCors();
        services.AddCheckedOptions<CorsSettings>("Cors");
        services.AddSingleton<ServerAddresses>();
        services.AddSingleton<ICorsPolicyProvider, CorsPolicies>();
        services.AddCheckedOptions<HttpsOptions>("Https");
        services.AddSingleton<SelfSignedCertificate>();
        services.AddSingleton(static provider => new HostNames(provider.GetRequiredService<HttpsOptions>().Hold));
        services.AddCheck(static provider => HttpsOptions.Problems(provider.GetRequiredService<IConfiguration>()));
        services.AddCheck(static provider => ListenAddresses.Problems(provider.GetRequiredService<IConfiguration>()));
        services.AddOptions<KestrelServerOptions>().Configure<IOptions<WorkspaceLimits>, IServiceProvider>((kestrel, limits, provider) =>
        {
            kestrel.AddServerHeader = false;

            // Read late, after all settings are checked, so that all wrong settings are reported together.
            kestrel.ConfigureEndpointDefaults(_ => kestrel.Limits.MaxConcurrentConnections = limits.Value.MaxConnections);

            // Only for an https address.
            kestrel.ConfigureHttpsDefaults(tls =>
            {
                if (provider.GetRequiredService<HttpsOptions>().SelfSigned)
                {
                    tls.ServerCertificate = provider.GetRequiredService<SelfSignedCertificate>().Certificate;
                }
            });
        });
        return services;
    }

    /// <summary>Only for query parameters of the wrong type; the formatter refuses bodies.</summary>
    private static IActionResult RefuseParameters(ActionContext context)
    {
        var (name, entry) = context.ModelState.First(entry => entry.Value?.Errors.Count > 0);
        var type = context.ActionDescriptor.Parameters.First(parameter => parameter.Name == name).ParameterType;
        throw ErrorCatalog.WrongParameter(name, $"{name}: '{entry!.AttemptedValue}' is not {JsonPlace.NameOf(type)}.");
    }
}
