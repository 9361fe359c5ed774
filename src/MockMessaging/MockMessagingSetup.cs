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
using MockMessaging.Mcp;
using MockMessaging.Messages;
using MockMessaging.OpenApi;
using MockMessaging.Page;
using MockMessaging.Persistence;
using MockMessaging.Sessions;
using MockMessaging.State;
using MockMessaging.Storage;
using MockMessaging.Telemetry;
using MockMessaging.Templates;
using MockMessaging.Webhooks;
using MockMessaging.Workspaces;

namespace MockMessaging;

/// <summary>The features of the server, one line each, and the middleware in order.</summary>
internal static class MockMessagingSetup
{
    public static IServiceCollection AddMockMessaging(this IServiceCollection services) => services
        .AddTelemetry()
        .AddStorage(RecordKinds.Collections)
        .AddWorkspaces()
        .AddWebhooks()
        .AddSingleton<TemplateRenderer>()
        .AddSingleton<TemplatePreparation>()
        .AddSingleton<IResumable, TemplateApprovals>()
        .AddConversations()
        .AddDelivery()
        .AddSingleton<PlanChooser>()
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
            typeof(AppsController), typeof(ArchiveController), typeof(CallbacksController), typeof(CertificateController), typeof(ChannelsController), typeof(ClockController), typeof(ConversationsController),
            typeof(CustomersController), typeof(DownloadsController), typeof(EventsController), typeof(FaultsController), typeof(MediaController), typeof(MessagesController), typeof(OutboxController),
            typeof(OutcomesController), typeof(PushesController), typeof(RequestsController), typeof(RulesController), typeof(ScenariosController), typeof(ScenarioSchemaController), typeof(SessionsController), typeof(SnapshotsController), typeof(TemplatesController),
            typeof(TrafficController), typeof(VariablesController), typeof(WaitController), typeof(WebhooksController), typeof(WorkspaceController), typeof(WorkspacesController))
        .AddHealth()
        .AddControl()
        .AddOpenApiDocuments()
        .AddHostedService<GracefulShutdown>();

    public static WebApplication UseMockMessaging(this WebApplication app)
    {
        // Production has the same routes under /xms. First, so that all other middleware sees one path per route.
        // Not UsePathBase: that would also add routing here, before UseRoutingWithHead.
        app.UseMiddleware<UsePathBaseMiddleware>(new PathString("/xms"));

        // Before the error responses, so that they see them, too.
        app.UseMiddleware<RequestLog>();
        app.UseMiddleware<RequestSpans>();
        app.UseMiddleware<JournalMiddleware>();

        // Handles preflight requests, which have no key. Before the error responses, which pages must be able to read, too.
        app.UseCors();

        // Turns every later failure into a response.
        app.UseMiddleware<ErrorResponder>();
        app.UseMiddleware<HostGate>();
        app.UseMiddleware<Admission>();
        app.UseOpenApiDocuments();
        app.UseMiddleware<PageMiddleware>();

        // Called when the server is about to listen. Else the first request would wait for the table of routes.
        app.Use(routing =>
        {
            _ = Task.Run(() => WarmUp.RouteAsync(app.Services, routing));
            return routing;
        });
        app.UseRoutingWithHead();
        app.UseMiddleware<ControlGate>();
        app.UseMiddleware<McpMiddleware>();

        // After routing, which finds out if the route needs a key; before the controllers, so that a body is read only after the key was accepted.
        app.UseMiddleware<ApiKeyMiddleware>();
        app.UseMiddleware<ApiFaultMiddleware>();
        app.MapControllers();
        return app;
    }
}
