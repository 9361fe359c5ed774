namespace MockMessaging.Templates;

internal static class TemplatesSetup
{
    public static IServiceCollection AddTemplates(this IServiceCollection services) =>
        services.AddSingleton<TemplateRenderer>().AddSingleton<TemplatePreparation>();
}
