using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using MockMessaging.Authentication;
using MockMessaging.Inbound;
using MockMessaging.Webhooks;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace MockMessaging.OpenApi;

/// <summary>Adds the headers for authentication to each route.</summary>
internal sealed class KeyHeaders : IOperationFilter
{
    public const string Key = "x-api-key";

    public const string App = "x-api-id";

    /// <summary>Name of the security scheme for <c>Control:Token</c>.</summary>
    public const string ControlToken = "control-token";

    public void Apply(OpenApiOperation operation, OperationFilterContext context)
    {
        var route = context.ApiDescription.ActionDescriptor.EndpointMetadata;
        var filters = context.ApiDescription.ActionDescriptor.FilterDescriptors;
        if (filters.Any(filter => filter.Filter is VerifyTokenAttribute))
        {
            Add(operation, VerifyTokenAttribute.Header, "Proves that the request comes from the vendor. If it is missing, the documented default is used.", WebhooksOptions.DocumentedVerifyToken);

            // The key is optional here; with it, the request is stored in the workspace of the key.
            operation.Security = [Requirement(context, VerifyTokenAttribute.Header), Requirement(context, VerifyTokenAttribute.Header, Key)];
        }
        else if (route.OfType<ApiKeyAttribute>().Any())
        {
            Add(operation, Key, "Your key; it opens your workspace. Any text, unless this server accepts only certain keys. Can also be sent as query parameter or cookie.");
            Add(operation, App, "Id of the client app that makes the request; `GET /_sandbox/workspace` lists them. Default: the workspace's default app.");
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

/// <summary>Describes the four parameters that every list of the control plane has, unless the action describes them itself.</summary>
internal sealed class PageParameters : IOperationFilter
{
    private static readonly Dictionary<string, string> Descriptions = new(StringComparer.Ordinal)
    {
        ["limit"] = "Highest number of items, 1 to 1,000.",
        ["after"] = "Only newer items: the `next` of an earlier response.",
        ["before"] = "Only older items: the `next` of an earlier response with `order=newest`.",
        ["order"] = "oldest: the oldest item comes first. newest: the newest item comes first. Default oldest.",
    };

    public void Apply(OpenApiOperation operation, OperationFilterContext context)
    {
        if (context.DocumentName != DocumentNames.Sandbox)
        {
            return;
        }

        foreach (var parameter in operation.Parameters?.OfType<OpenApiParameter>().Where(parameter => parameter.Description is null) ?? [])
        {
            parameter.Description = Descriptions.GetValueOrDefault(parameter.Name!);
        }
    }
}
