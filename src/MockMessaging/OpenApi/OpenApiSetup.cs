namespace MockMessaging.OpenApi;

internal static class OpenApiSetup
{
    public static IServiceCollection AddOpenApiDocuments(this IServiceCollection services) => services;

    public static IApplicationBuilder UseOpenApiDocuments(this IApplicationBuilder app) => app;
}
