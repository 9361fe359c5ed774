using MockMessaging.Configuration;
using MockMessaging.Errors;
using MockMessaging.Seeding;
using MockMessaging.State;
using MockMessaging.Webhooks;

namespace MockMessaging.Control;

/// <summary>A client app to set.</summary>
public sealed class AppRequest
{
    private const int LongestUrl = 2_000;

    /// <summary>Type of the app, in the vendor's word. It decides the mode, and so which pushes the app gets.</summary>
    /// <example>WEBHOOK</example>
    public string? AppType { get; set; }

    /// <summary>Queue code: letters, digits, '_', '-' and '.', at most 100. Default: the present one; for a new app its id.</summary>
    /// <example>orders_bot</example>
    public string? Queue { get; set; }

    /// <summary>Name, at most 200 characters. Default: the present one; for a new app its queue code.</summary>
    /// <example>Orders Bot</example>
    public string? KeyName { get; set; }

    /// <summary>True if another tenant owns it. Default false.</summary>
    public bool? Shared { get; set; }

    /// <summary>
    /// URL of its pushes, for an app of mode WEBHOOK; empty: none. Default: the registered one. For type WEBHOOK it is the same as
    /// <c>POST /api/v1/config/webhook</c> registers.
    /// </summary>
    /// <example>http://localhost:9099/webhook</example>
    public string? Webhook { get; set; }

    internal ConfigurationItem ToItem(string id, WorkspaceState state)
    {
        var types = FixtureRules.AppTypes.Order(StringComparer.Ordinal).ToList();
        var type = AppType?.ToUpperInvariant() ?? throw ErrorCatalog.Impossible("appType", $"appType is missing; use one of {string.Join(", ", types)}.");
        Choice.Ensure(AppType, types, "appType", ErrorCatalog.Impossible);
        EnsureWebhook(type);
        var known = state.FindApp(id) is { } app && app.Id == id ? app : null;
        var queue = Queue ?? known?.Queue ?? id;
        return new ConfigurationItem
        {
            Section = ConfigurationPart.App,
            Id = id,
            App = new ClientAppFixture { Id = id, AppType = type, Queue = queue, KeyName = KeyName ?? known?.KeyName ?? queue, Shared = Shared ?? false },
        };
    }

    internal void Register(WorkspaceTransaction transaction, App app) => ConfigurationEditor.Register(transaction, app, app.TakesMessages ? Webhook ?? app.Webhook : "");

    private void EnsureWebhook(string type)
    {
        if (string.IsNullOrEmpty(Webhook))
        {
            return;
        }

        if (!AppTypes.TakesMessages(type))
        {
            throw ErrorCatalog.Impossible("webhook", $"webhook: an app of type {type} gets no pushes; leave it out, or use the type WEBHOOK or APP_SCRIPT.");
        }

        if (Webhook.Length > LongestUrl || WebhookUrl.Of(Webhook).Problem is not null)
        {
            throw ErrorCatalog.Impossible("webhook", $"webhook {(Webhook.Length > LongestUrl ? $"has {Webhook.Length} characters, and {LongestUrl} at most are stored" : WebhookUrl.Of(Webhook).Problem)}.");
        }
    }
}
