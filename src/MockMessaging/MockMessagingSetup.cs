using Microsoft.AspNetCore.Builder.Extensions;
using MockMessaging.Analytics;
using MockMessaging.Authentication;
using MockMessaging.Configuration;
using MockMessaging.Contacts;
using MockMessaging.Control;
using MockMessaging.Conversations;
using MockMessaging.Delivery;
using MockMessaging.Health;
using MockMessaging.Http;
using MockMessaging.Inbound;
using MockMessaging.Journal;
using MockMessaging.Messages;
using MockMessaging.OpenApi;
using MockMessaging.Persistence;
using MockMessaging.Sessions;
using MockMessaging.Storage;
using MockMessaging.Telemetry;
using MockMessaging.Templates;
using MockMessaging.Webhooks;
using MockMessaging.Workspaces;

namespace MockMessaging;

/// <summary>What the server can do, a line each, and the order in which a request passes through it.</summary>
internal static class MockMessagingSetup
{
    public static IServiceCollection AddMockMessaging(this IServiceCollection services) => services
        .AddTelemetry()
        .AddStorage(RecordKinds.Collections)
        .AddWorkspaces()
        .AddWebhooks()
        .AddSingleton<TemplateRenderer>()
        .AddSingleton<TemplatePreparation>()
        .AddConversations()
        .AddDelivery()
        .AddSingleton<MessageSender>()
        .AddSingleton<ContactInfoRelay>()
        .AddApiKeys()
        .AddContractControllers(
            typeof(ConfigController),
            typeof(MessageController),
            typeof(InboundController),
            typeof(SessionController),
            typeof(ContactController),
            typeof(AnalyticsController),
            typeof(HealthController),
            typeof(ArchiveController), typeof(CallbacksController), typeof(ClockController), typeof(CustomersController), typeof(EventsController),
            typeof(FaultsController), typeof(ForksController), typeof(MessagesController), typeof(OutboxController), typeof(OutcomesController),
            typeof(RequestsController), typeof(SessionsController), typeof(SnapshotsController), typeof(TrafficController), typeof(WaitController),
            typeof(WebhooksController), typeof(WorkspaceController))
        .AddHealth()
        .AddControl()
        .AddOpenApiDocuments()
        .AddHostedService<GracefulShutdown>();

    public static WebApplication UseMockMessaging(this WebApplication app)
    {
        app.Services.ConnectGauges();

        // Production serves the same routes under /xms. First of all, so that all further in see one path of a route.
        // The middleware itself, since UsePathBase would also route at once, before HEAD is understood.
        app.UseMiddleware<UsePathBaseMiddleware>(new PathString("/xms"));

        // These see what everything further in makes of a call, refusals too.
        app.UseRequestLog();
        app.UseRequestSpans();
        app.UseJournal();

        // Preflights are answered here: they have no key. Around the refusals, which a page has to be able to read, too.
        app.UseCors();

        // Around all else, so that whatever fails further in is answered in the vendor's envelope.
        app.UseErrorAnswers();
        app.UseHostGate();
        app.UseAdmission();
        app.UseOpenApiDocuments();
        app.UseRoutingWithHead();

        app.UseControlGate();

        // After routing, which tells whether a route needs a key; before the controllers, so that a body is read only for those let in.
        app.UseApiKeys();
        app.UseApiFaults();
        app.MapControllers();
        return app;
    }
}
