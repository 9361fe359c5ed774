using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using MockMessaging.Control;
using MockMessaging.State;
using MockMessaging.Storage;
using MockMessaging.Timers;
using MockMessaging.Workspaces;
using Xunit;

namespace MockMessaging.Tests.ScenarioFiles;

public sealed class ScenarioStorageTests
{
    [Fact]
    public async Task Scenario_is_stored_whole_so_that_a_kill_leaves_all_of_it_or_nothing()
    {
        await using var server = await InProcessServer.StartAsync(cancellationToken: TestWorkspace.Cancelled);
        await using var store = new CountingStore();
        var defaults = server.Services.GetRequiredService<WorkspaceDefaults>();
        var services = new WorkspaceServices(
            store, null, server.Services.GetRequiredService<TimerPump>(), defaults, NoPushQueues.Instance, TimeProvider.System, NullLogger<WorkspaceServices>.Instance);
        var record = WorkspaceRecord.Of("alpha", 1, 1);
        var workspace = new Workspace(services, record, WorkspaceState.Fresh(record, defaults));

        await server.Services.GetRequiredService<ScenarioLoader>().LoadAsync(
            workspace,
            """
            clock: { mode: frozen, now: 2030-01-07T09:00:00Z }
            settings: { rules: enforce, media: { linksNeedKey: true } }
            vars: { shop: { value: Marigold } }
            customers: [{ phone: +919988776655, says: a }]
            """,
            state => state.DefaultApp,
            null);

        Assert.Superset(new HashSet<string>(["workspaces", "contacts", "configuration"], StringComparer.Ordinal), Assert.Single(store.Appended).ToHashSet(StringComparer.Ordinal));
    }

    /// <summary>Counts commits, and keeps nothing.</summary>
    private sealed class CountingStore : IRecordStore
    {
        private readonly MemoryStore _ids = new();

        /// <summary>The collections of each commit.</summary>
        public List<IReadOnlyList<string>> Appended { get; } = [];

        public bool IsDurable => true;

        public string? Refusal => null;

        public bool WasKilled => false;

        public long NextId() => _ids.NextId();

        public void SkipIds(long upTo) => _ids.SkipIds(upTo);

        public void EnsureCapacity() => _ids.EnsureCapacity();

        public Task Append(ReadOnlySpan<StoredRecord> changes, bool urgent)
        {
            Appended.Add([.. changes.ToArray().Select(change => change.Collection)]);
            return Task.CompletedTask;
        }

        public void Remove(int generation) => _ids.Remove(generation);

        public IEnumerable<StoredRecord> ReadAll() => [];

        public ValueTask DisposeAsync() => _ids.DisposeAsync();
    }
}
