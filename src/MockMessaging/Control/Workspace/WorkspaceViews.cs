using MockMessaging.Delivery;
using MockMessaging.State;
using MockMessaging.Storage;
using MockMessaging.Webhooks;
using MockMessaging.Workspaces;

namespace MockMessaging.Control;

/// <summary>Workspaces as the control plane shows them.</summary>
internal sealed class WorkspaceViews(IStoreStatus store, StorageOptions storage, DeliveryOptions delivery, WebhooksOptions webhooks)
{
    private readonly ServerView _server = new(ProductVersion.Text, store.Kind, store is MemoryStore ? null : storage.Durability.ToString().ToLowerInvariant());

    public WorkspaceView Of(Workspace workspace)
    {
        var clock = ClockView.Of(workspace);
        return workspace.Read(state => new WorkspaceView(
            state.Seed,
            state.Fidelity.Mode,
            state.CareWindow,
            state.RulesMode,
            DelaysRequest.Of(state.Delays),
            clock,
            state.Contacts.Count,
            state.Sessions.Count,
            state.Messages.Count,
            state.DigitalObjects.Count,
            state.DigitalEvents.Count,
            state.Pushes.Items.GroupBy(push => push.State).ToDictionary(group => group.Key.ToString().ToLowerInvariant(), group => group.Count()),
            [.. CapacityCheck.Counts(state).Select(count => new LimitView(count.What, count.Held, count.Most, $"Limits:{count.Setting}"))],
            [.. state.Apps.Select(app => AppView.Of(state, app))],
            DelaysRequest.Of(DeliveryDelays.Of(delivery, state.Delays)),
            _server,
            MediaRulesRequest.Of(state.Media.Rules),
            webhooks.SecretOf(state.SigningSecret) is null ? null : SigningSecret.Masked));
    }
}
