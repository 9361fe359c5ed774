using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using MockMessaging.Contract;
using MockMessaging.Errors;

namespace MockMessaging.Http;

internal static class HttpSetup
{
    public static IServiceCollection AddContractControllers(this IServiceCollection services)
    {
        // The core alone: whoever calls has a key and no identity, and bodies are checked where they are read and by the rules that use them.
        services.AddMvcCore(mvc =>
            {
                mvc.InputFormatters.Clear();
                mvc.InputFormatters.Add(new ContractInputFormatter(ContractJsonOptions.Request));
            })
            .AddApiExplorer()
            .ConfigureApplicationPartManager(parts => parts.FeatureProviders.Add(new InternalControllers()))
            .ConfigureApiBehaviorOptions(behaviour =>
            {
                behaviour.SuppressMapClientErrors = true;
                behaviour.InvalidModelStateResponseFactory = RefuseParameters;
            });
        services.AddSingleton<IObjectModelValidator, NoModelValidator>();
        services.Configure<KestrelServerOptions>(kestrel => kestrel.AddServerHeader = false);
        return services;
    }

    public static IApplicationBuilder UseErrorAnswers(this IApplicationBuilder app) => app.UseMiddleware<ErrorResponder>();

    /// <summary>Bodies are refused where they are read; what is left here are query parameters of a wrong type.</summary>
    private static IActionResult RefuseParameters(ActionContext context)
    {
        var (name, entry) = context.ModelState.First(entry => entry.Value?.Errors.Count > 0);
        var type = context.ActionDescriptor.Parameters.First(parameter => parameter.Name == name).ParameterType;
        throw ErrorCatalog.WrongParameter(name, $"{name}: '{entry!.AttemptedValue}' is not {ExpectedValue.Of(type)}.");
    }
}
