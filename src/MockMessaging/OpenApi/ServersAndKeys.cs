using Microsoft.OpenApi;
using MockMessaging.Inbound;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace MockMessaging.OpenApi;

/// <summary>Where the routes are served, and what opens them.</summary>
internal sealed class ServersAndKeys : IDocumentFilter
{
    public void Apply(OpenApiDocument swaggerDoc, DocumentFilterContext context)
    {
        swaggerDoc.Servers = [new OpenApiServer { Url = "/", Description = "This server" }];
        Add(swaggerDoc, KeyHeaders.Key, "Your key. Every key has a workspace of its own; choose one and stay with it.");
        if (context.DocumentName == DocumentNames.Messaging)
        {
            swaggerDoc.Servers.Add(new OpenApiServer { Url = "/xms", Description = "This server, under the path of production" });
            Add(swaggerDoc, VerifyTokenAttribute.Header, "The token with which the vendor calls its clients; only the two inbound routes look at it.");
        }
        else
        {
            swaggerDoc.Components!.SecuritySchemes![KeyHeaders.ControlToken] = new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.Http,
                Scheme = "bearer",
                Description = "The value of Control:Token, where that is set; else nothing.",
            };
        }
    }

    private static void Add(OpenApiDocument document, string header, string description)
    {
        document.Components ??= new OpenApiComponents();
        document.Components.SecuritySchemes ??= new Dictionary<string, IOpenApiSecurityScheme>();
        document.Components.SecuritySchemes[header] = new OpenApiSecurityScheme
        {
            Type = SecuritySchemeType.ApiKey,
            In = ParameterLocation.Header,
            Name = header,
            Description = description,
        };
    }
}
