using MockMessaging.Storage;
using MockMessaging.Telemetry;
using MockMessaging.Webhooks;
using MockMessaging.Workspaces;

namespace MockMessaging.Health;

/// <summary>What is left to do, as numbers for whoever watches the server.</summary>
internal static class Gauges
{
    public static IServiceProvider ConnectGauges(this IServiceProvider provider)
    {
        var instruments = provider.GetRequiredService<Instruments>();
        var directory = provider.GetRequiredService<WorkspaceDirectory>();
        var queues = provider.GetRequiredService<PushQueues>();
        var store = provider.GetRequiredService<IRecordStore>();
        instruments.Watch("mock_messaging.workspaces", "{workspace}", "Workspaces the server holds.", () => directory.Count);
        instruments.Watch("mock_messaging.timers.pending", "{timer}", "Things due later.", () => directory.Workspaces.Sum(workspace => (long)workspace.TimerCount));
        instruments.Watch("mock_messaging.pushes.pending", "{push}", "Pushes that wait or are under way.", () => queues.TotalPending);
        instruments.Watch("mock_messaging.store.waiting", "{change}", "Changes that wait for the disk.", () => store.Waiting);
        return provider;
    }
}
