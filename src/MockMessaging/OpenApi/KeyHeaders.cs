using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using MockMessaging.Authentication;
using MockMessaging.Inbound;
using MockMessaging.Webhooks;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace MockMessaging.OpenApi;

/// <summary>Says of each route which headers let a caller in.</summary>
internal sealed class KeyHeaders : IOperationFilter
{
    public const string Key = "x-api-key";

    public const string App = "x-api-id";

    /// <summary>Name of the scheme by which calls of the control plane send its token.</summary>
    public const string ControlToken = "control-token";

    public void Apply(OpenApiOperation operation, OperationFilterContext context)
    {
        var route = context.ApiDescription.ActionDescriptor.EndpointMetadata;
        var filters = context.ApiDescription.ActionDescriptor.FilterDescriptors;
        if (filters.Any(filter => filter.Filter is VerifyTokenAttribute))
        {
            Add(operation, VerifyTokenAttribute.Header, "Proves that the vendor is calling. Without it the documented default counts as sent.", WebhooksOptions.DocumentedVerifyToken);

            // The key is optional here; given, it chooses the workspace in which the call is kept.
            operation.Security = [Requirement(context, VerifyTokenAttribute.Header), Requirement(context, VerifyTokenAttribute.Header, Key)];
        }
        else if (route.OfType<ApiKeyAttribute>().Any())
        {
            Add(operation, Key, "Your key; it opens your workspace. Any text will do unless this server lets in certain keys only. Also taken as query parameter or cookie.");
            Add(operation, App, "The client app that acts, see `GET /_sandbox/workspace`. The workspace's default app when left out.");
            operation.Security = context.DocumentName == DocumentNames.Sandbox ? [Requirement(context, Key), Requirement(context, Key, ControlToken)] : [Requirement(context, Key)];
        }
    }

    private static void Add(OpenApiOperation operation, string name, string description, string? standard = null) =>
        (operation.Parameters ??= []).Add(new OpenApiParameter
        {
            Name = name,
            In = ParameterLocation.Header,
            Description = description,
            Schema = new OpenApiSchema { Type = JsonSchemaType.String, Default = standard is null ? null : JsonValue.Create(standard) },
        });

    private static OpenApiSecurityRequirement Requirement(OperationFilterContext context, params IEnumerable<string> schemes)
    {
        var requirement = new OpenApiSecurityRequirement();
        foreach (var scheme in schemes)
        {
            requirement[new OpenApiSecuritySchemeReference(scheme, context.Document)] = [];
        }

        return requirement;
    }
}
