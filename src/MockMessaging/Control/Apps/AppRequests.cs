using MockMessaging.Configuration;
using MockMessaging.Errors;
using MockMessaging.Seeding;
using MockMessaging.State;
using MockMessaging.Webhooks;

namespace MockMessaging.Control;

internal static class AppRequests
{
    private const int LongestUrl = 2_000;

    extension(AppRequest request)
    {
        public ConfigurationItem ToItem(string id, WorkspaceState state)
        {
            var types = FixtureRules.AppTypes.Order(StringComparer.Ordinal).ToList();
            var type = request.AppType?.ToUpperInvariant() ?? throw ErrorCatalog.Impossible("appType", $"appType is missing; use one of {string.Join(", ", types)}.");
            Choice.Ensure(request.AppType, types, "appType", ErrorCatalog.Impossible);
            request.EnsureWebhook(type);
            ReadOnly.Ensure("id", request.Id, id);
            ReadOnly.Ensure("appMode", request.AppMode, AppTypes.ModeOf(type));
            ReadOnly.Ensure("default", request.Default, id == state.DefaultApp.Id);

            // The example conversations and most tests name the app of the key by them.
            var kept = id == state.DefaultApp.Id ? state.DefaultApp : null;
            var queue = request.Queue ?? kept?.Queue ?? id;
            return new ConfigurationItem
            {
                Section = ConfigurationPart.App,
                Id = id,
                App = new ClientAppFixture { Id = id, AppType = type, Queue = queue, KeyName = request.KeyName ?? kept?.KeyName ?? queue, Shared = request.Shared ?? false },
            };
        }

        public void Register(WorkspaceTransaction transaction, App app) => ConfigurationEditor.Register(transaction, app, app.TakesMessages ? request.Webhook ?? "" : "");

        private void EnsureWebhook(string type)
        {
            if (string.IsNullOrEmpty(request.Webhook))
            {
                return;
            }

            if (!AppTypes.TakesMessages(type))
            {
                throw ErrorCatalog.Impossible("webhook", $"webhook: an app of type {type} gets no pushes; leave it out, or use the type WEBHOOK or APP_SCRIPT.");
            }

            if (request.Webhook.Length > LongestUrl || WebhookUrl.Of(request.Webhook).Problem is not null)
            {
                throw ErrorCatalog.Impossible("webhook", $"webhook {(request.Webhook.Length > LongestUrl ? $"has {request.Webhook.Length} characters, and {LongestUrl} at most are stored" : WebhookUrl.Of(request.Webhook).Problem)}.");
            }
        }
    }
}
