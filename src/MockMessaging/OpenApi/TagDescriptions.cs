using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace MockMessaging.OpenApi;

/// <summary>A sentence on each group of routes.</summary>
internal sealed class TagDescriptions : IDocumentFilter
{
    private static readonly (string Document, string Tag, string Description)[] All =
    [
        (DocumentNames.Messaging, "Configuration", "What your account has - channels, company variables, templates - and where its pushes go."),
        (DocumentNames.Messaging, "Contact Management", "What is known about the people you write to."),
        (DocumentNames.Messaging, "Digital Analytics", "Data and events of your own systems, kept beside the conversations."),
        (DocumentNames.Messaging, "Inbound Requests", "The two routes a client offers to the vendor. This server plays the client, so that both sides can be tried."),
        (DocumentNames.Messaging, "Outbound Messages", "Messages from you to a customer."),
        (DocumentNames.Messaging, "Session Management", "Conversations: what was said, who is in charge, and how they end."),
        (DocumentNames.Sandbox, "Callbacks", "What came in on the two routes a client offers to the vendor."),
        (DocumentNames.Sandbox, "Clock", "Time in your workspace: stop it, speed it up, or skip ahead."),
        (DocumentNames.Sandbox, "Customers", "Simulated customers who write to you."),
        (DocumentNames.Sandbox, "Events", "All that happens, as it happens."),
        (DocumentNames.Sandbox, "Faults", "Failures on purpose, on calls and on pushes."),
        (DocumentNames.Sandbox, "Health", "Probes for whoever runs this server. They need no key."),
        (DocumentNames.Sandbox, "Messages", "Every message of your workspace, and all that happened to it."),
        (DocumentNames.Sandbox, "Outbox", "Pushes to fetch, for receivers that cannot be reached."),
        (DocumentNames.Sandbox, "Outcomes", "What decides how a message fares: phone numbers, and rules of your own."),
        (DocumentNames.Sandbox, "Requests", "What was called, and whether it was as it should be."),
        (DocumentNames.Sandbox, "Sessions", "What an agent would do with a conversation at the desk."),
        (DocumentNames.Sandbox, "Snapshots", "Your workspace as it was, to go back to or to take elsewhere."),
        (DocumentNames.Sandbox, "Wait", "Wait for a status, a push or an idle workspace without polling."),
        (DocumentNames.Sandbox, "Webhooks", "Every push, every attempt at it, and why one failed."),
        (DocumentNames.Sandbox, "Workspace", "All that your key holds, and a way to start over."),
    ];

    public void Apply(OpenApiDocument swaggerDoc, DocumentFilterContext context) =>
        swaggerDoc.Tags = All.Where(row => row.Document == context.DocumentName)
            .Select(row => new OpenApiTag { Name = row.Tag, Description = row.Description })
            .ToHashSet();
}
