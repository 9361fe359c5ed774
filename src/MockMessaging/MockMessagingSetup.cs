using MockMessaging.Authentication;
using MockMessaging.Control;
using MockMessaging.Conversations;
using MockMessaging.Delivery;
using MockMessaging.Faults;
using MockMessaging.Http;
using MockMessaging.Inbound;
using MockMessaging.Journal;
using MockMessaging.Messages;
using MockMessaging.OpenApi;
using MockMessaging.Storage;
using MockMessaging.Templates;
using MockMessaging.Webhooks;
using MockMessaging.Workspaces;

namespace MockMessaging;

/// <summary>What the server can do, a line each, and the order in which a request passes through it.</summary>
internal static class MockMessagingSetup
{
    public static IServiceCollection AddMockMessaging(this IServiceCollection services) => services
        .AddStorage()
        .AddWorkspaces()
        .AddWebhooks()
        .AddTemplates()
        .AddConversations()
        .AddDelivery()
        .AddMessages()
        .AddInbound()
        .AddApiKeys()
        .AddContractControllers()
        .AddControl()
        .AddOpenApiDocuments()
        .AddHostedService<OrderlyStop>();

    public static WebApplication UseMockMessaging(this WebApplication app)
    {
        app.Services.ConnectWebhooks();

        // Production serves the same routes under /xms. First of all, so that all further in see one path of a route.
        app.UsePathBase("/xms");

        // Sees what everything further in makes of a call, refusals too.
        app.UseJournal();

        // Around all else, so that whatever fails further in is answered in the vendor's envelope.
        app.UseErrorAnswers();
        app.UseOpenApiDocuments();
        app.UseRouting();

        app.UseControlGate();

        // After routing, which tells whether a route needs a key; before the controllers, so that a body is read only for those let in.
        app.UseApiKeys();
        app.UseApiFaults();
        app.MapControllers();
        return app;
    }
}
