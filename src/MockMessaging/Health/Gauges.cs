using MockMessaging.Storage;
using MockMessaging.Telemetry;
using MockMessaging.Webhooks;
using MockMessaging.Workspaces;

namespace MockMessaging.Health;

/// <summary>Metrics that are read on demand: workspaces and pending work.</summary>
internal static class Gauges
{
    public static IServiceProvider ConnectGauges(this IServiceProvider provider)
    {
        var instruments = provider.GetRequiredService<Instruments>();
        var open = provider.GetRequiredService<OpenWorkspaces>();
        var queues = provider.GetRequiredService<PushQueues>();
        var store = provider.GetRequiredService<IStoreStatus>();
        instruments.Watch("mock_messaging.workspaces", "{workspace}", "Workspaces on this server.", () => open.Count);
        instruments.Watch("mock_messaging.timers.pending", "{timer}", "Timers that have not fired yet.", () => open.All.Sum(workspace => (long)workspace.TimerCount));
        instruments.Watch("mock_messaging.pushes.pending", "{push}", "Pushes that wait or are being sent.", () => queues.TotalPending);
        instruments.Watch("mock_messaging.store.waiting", "{change}", "Changes that wait for the disk.", () => store.Waiting);
        return provider;
    }
}
