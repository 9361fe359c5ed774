using Microsoft.OpenApi;
using MockMessaging.Inbound;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace MockMessaging.OpenApi;

/// <summary>Base URLs and security schemes.</summary>
internal sealed class ServersAndKeys : IDocumentFilter
{
    public void Apply(OpenApiDocument swaggerDoc, DocumentFilterContext context)
    {
        swaggerDoc.Servers = [new OpenApiServer { Url = "/", Description = "This server" }];
        Add(swaggerDoc, KeyHeaders.Key, "Your key. Every key has its own workspace; choose any text and use it in all requests.");
        if (context.DocumentName == DocumentNames.Messaging)
        {
            swaggerDoc.Servers.Add(new OpenApiServer { Url = "/xms", Description = "This server, with the path prefix of production" });
            Add(swaggerDoc, VerifyTokenAttribute.Header, "The token of the vendor's requests to its clients; only the two inbound routes check it.");
        }
        else
        {
            swaggerDoc.Components!.SecuritySchemes![KeyHeaders.ControlToken] = new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.Http,
                Scheme = "bearer",
                Description = "The value of the setting Control:Token; not needed if that is empty.",
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

/// <summary>One sentence for each group of routes.</summary>
internal sealed class TagDescriptions : IDocumentFilter
{
    private static readonly (string Document, string Tag, string Description)[] All =
    [
        (DocumentNames.Messaging, "Configuration", "Channels, company variables and templates of your account, and the URL of your webhook."),
        (DocumentNames.Messaging, "Contact Management", "Contacts and their preferences."),
        (DocumentNames.Messaging, "Digital Analytics", "Data and events from your own systems, stored with the conversations."),
        (DocumentNames.Messaging, "Inbound Requests", "The two routes that a client offers to the vendor. This server has them too, so that you can try both sides."),
        (DocumentNames.Messaging, "Outbound Messages", "Send a message to a customer."),
        (DocumentNames.Messaging, "Session Management", "Conversations: read the messages, assign a session, close it."),
        (DocumentNames.Sandbox, "Apps", "Client apps: owners of queues, and of the webhooks that get pushes."),
        (DocumentNames.Sandbox, "Callbacks", "Requests to the two callback routes of this server."),
        (DocumentNames.Sandbox, "Channels", "The accounts that messages are sent from."),
        (DocumentNames.Sandbox, "Clock", "The time of your workspace: stop it, change its speed, or move it forward."),
        (DocumentNames.Sandbox, "Conversations", "Contacts with their last message, as an inbox shows them."),
        (DocumentNames.Sandbox, "Customers", "Simulate customers who write to you."),
        (DocumentNames.Sandbox, "Events", "A live stream of everything that happens."),
        (DocumentNames.Sandbox, "Faults", "Make requests and pushes fail on purpose."),
        (DocumentNames.Sandbox, "Health", "Health checks for the operator of this server. They need no key."),
        (DocumentNames.Sandbox, "Media", "The files behind the media links in pushes, and files of your own for customers to send."),
        (DocumentNames.Sandbox, "Messages", "All messages of your workspace, with everything that happened to them."),
        (DocumentNames.Sandbox, "Outbox", "Fetch pushes, if the server cannot reach a webhook of yours."),
        (DocumentNames.Sandbox, "Outcomes", "What happens to a message: chosen by test numbers and your own rules."),
        (DocumentNames.Sandbox, "Requests", "The requests to the API, and a check that they were as expected."),
        (DocumentNames.Sandbox, "Rules", "What providers refuse although the vendor's API accepts it."),
        (DocumentNames.Sandbox, "Scenarios", "Prepare a workspace from a file: its customers, their replies, outcomes, faults and clock."),
        (DocumentNames.Sandbox, "Sessions", "What an agent does in a session."),
        (DocumentNames.Sandbox, "Snapshots", "Save and restore your workspace, here or on another server."),
        (DocumentNames.Sandbox, "Templates", "Texts with placeholders, and where they are approved."),
        (DocumentNames.Sandbox, "Variables", "Values that templates show with {{global.key}}."),
        (DocumentNames.Sandbox, "Wait", "Wait for a status, a push or an idle workspace without polling."),
        (DocumentNames.Sandbox, "Webhooks", "All pushes with their attempts, and why one failed."),
        (DocumentNames.Sandbox, "Workspace", "Content, settings and limits of your workspace; reset, copy and remove it."),
    ];

    public void Apply(OpenApiDocument swaggerDoc, DocumentFilterContext context) =>
        swaggerDoc.Tags = All.Where(row => row.Document == context.DocumentName)
            .Select(row => new OpenApiTag { Name = row.Tag, Description = row.Description })
            .ToHashSet();
}
