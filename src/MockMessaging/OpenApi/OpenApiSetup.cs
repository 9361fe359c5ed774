using MockMessaging.Http;

namespace MockMessaging.OpenApi;

internal static class OpenApiSetup
{
    public static IServiceCollection AddOpenApiDocuments(this IServiceCollection services) => services.AddSingleton<OpenApiDocuments>();

    public static IApplicationBuilder UseOpenApiDocuments(this IApplicationBuilder app)
    {
        // Built for the first visitor, to keep the start of the server fast.
        var pages = new Lazy<RequestDelegate>(() => SwaggerPages.Build(app.New()));
        return app.Use(next => context => context.Request.Path.StartsWithSegments("/swagger") ? HeadRequests.AsGet(context, pages.Value) : next(context));
    }
}
