using MockMessaging.State;
using Swashbuckle.AspNetCore.SwaggerUI;

namespace MockMessaging.OpenApi;

/// <summary>Both documents and the Swagger UI, under /swagger.</summary>
internal static class SwaggerPages
{
    /// <summary>
    /// Authorizes a new visitor with the key of the examples, so that the examples work at once. Swagger UI reads this entry for both documents; after a
    /// logout it stays empty.
    /// </summary>
    private const string BeginsAuthorized = $$"""
        <script>
        try {
          if (localStorage.getItem("authorized") === null) {
            localStorage.setItem("authorized", JSON.stringify({
              "{{KeyHeaders.Key}}": { name: "{{KeyHeaders.Key}}", schema: { type: "apiKey", in: "header", name: "{{KeyHeaders.Key}}" }, value: "{{ExampleConversations.Key}}" }
            }));
          }
        } catch { /* Without storage, the visitor has to enter a key. */ }
        </script>
        """;

    public static RequestDelegate Build(IApplicationBuilder app)
    {
        Serve(app, DocumentNames.Messaging);
        Serve(app, DocumentNames.Sandbox);
        app.UseSwaggerUI(page =>
        {
            page.RoutePrefix = "swagger";
            page.DocumentTitle = "MockMessaging";

            // Relative, so that the page also works under /xms and behind a proxy.
            page.SwaggerEndpoint($"{DocumentNames.Messaging}/openapi.json", "Messaging APIs");
            page.SwaggerEndpoint($"{DocumentNames.Sandbox}/openapi.json", "Sandbox control");
            page.EnablePersistAuthorization();
            page.HeadContent = BeginsAuthorized;
            page.EnableTryItOutByDefault();
            page.EnableDeepLinking();
            page.DisplayRequestDuration();
            page.DocExpansion(DocExpansion.List);
            page.DefaultModelsExpandDepth(0);
        });
        return app.Build();
    }

    private static void Serve(IApplicationBuilder app, string name) => app.Map($"/swagger/{name}/openapi.json", document => document.Run(async context =>
    {
        var utf8 = await context.RequestServices.GetRequiredService<OpenApiDocuments>().Utf8Async(name).ConfigureAwait(false);
        context.Response.ContentType = "application/json; charset=utf-8";
        context.Response.ContentLength = utf8.Length;
        await context.Response.Body.WriteAsync(utf8, context.RequestAborted).ConfigureAwait(false);
    }));
}
