using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using MockMessaging.State;
using MockMessaging.Storage;
using MockMessaging.Time;
using MockMessaging.Timers;
using MockMessaging.Workspaces;
using Xunit;

namespace MockMessaging.Tests.Units;

/// <summary>A timer that fails keeps no other workspace's from firing, and says so.</summary>
public sealed class TimerPumpTests
{
    [Fact]
    public async Task Disk_that_fails_while_a_timer_fires_is_told_by_the_store_alone()
    {
        await using var server = await MockServer.StartAsync(cancellationToken: TestWorkspace.Cancelled);
        using var log = LogCapture.Of(server);

        await FireAsync(server, "alpha", () => throw new StoreBusyException("The disk is full."));
        await FireAsync(server, "alpha");

        Assert.DoesNotContain(log.Lines, line => line.Level >= LogLevel.Warning);
    }

    [Fact]
    public async Task Workspace_whose_timer_fails_is_set_aside_until_a_reset_and_no_other()
    {
        await using var server = await MockServer.StartAsync(cancellationToken: TestWorkspace.Cancelled);
        using var log = LogCapture.Of(server);
        var failing = await FireAsync(server, "alpha", () => throw new InvalidOperationException("broken"));
        await FireAsync(server, "beta");

        var told = Assert.Single(log.Lines, line => line.Level >= LogLevel.Warning);
        Assert.Contains("Workspace al…ha is set aside", told.Text, StringComparison.Ordinal);
        Assert.Contains("broken", told.Values, StringComparison.Ordinal);
        Assert.Null(failing.HostTimeUntilNextTimer());
        await RefusedAsync(new TestWorkspace(server.BaseAddress, "alpha") { AppId = "some-app" }, "broken");
        await new TestWorkspace(server.BaseAddress, "beta").SendTextAsync();
    }

    [Fact]
    public async Task Timer_that_was_due_while_the_store_refused_fires_once_it_takes_changes_again()
    {
        await using var server = await MockServer.StartAsync(cancellationToken: TestWorkspace.Cancelled);
        await using var store = new RefusingStore { Refusal = "The database cannot be reached." };
        var defaults = server.Services.GetRequiredService<WorkspaceDefaults>();
        var services = new WorkspaceServices(
            store, null, server.Services.GetRequiredService<TimerPump>(), defaults, NoPushQueues.Instance, TimeProvider.System, NullLogger<WorkspaceServices>.Instance);
        var record = WorkspaceRecord.Of("alpha", 1, 1);
        var workspace = new Workspace(services, record, WorkspaceState.Fresh(record, defaults));
        var fired = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        workspace.Execute(transaction =>
        {
            transaction.Timers.Add(new Timer(transaction.Now, () => fired.SetResult()));
            return true;
        });

        store.Refusal = null;

        await fired.Task.WaitAsync(TimeSpan.FromSeconds(30), TestWorkspace.Cancelled);
    }

    [Fact]
    public async Task Timer_beyond_the_end_of_time_never_fires_and_fails_nothing()
    {
        await using var server = await MockServer.StartAsync(cancellationToken: TestWorkspace.Cancelled);
        var workspace = await server.Services.GetRequiredService<WorkspaceDirectory>().OpenAsync("alpha");
        workspace.Execute(transaction =>
        {
            transaction.Timers.Add(new Timer(long.MaxValue, () => throw new InvalidOperationException("fired")));
            return true;
        });
        var user = new TestWorkspace(server.BaseAddress, "alpha");

        Assert.Equal((1, (string?)null), ((int)(await user.LookAsync())["clock"]!["pendingTimers"]!, (string?)(await user.LookAsync())["clock"]!["nextDue"]));
        (await user.PostAsync("/_sandbox/workspaces", new System.Text.Json.Nodes.JsonObject())).Ok();
        await user.SendTextAsync();
    }

    [Fact]
    public async Task Change_that_fails_half_way_sets_the_workspace_aside_and_nothing_of_it_is_kept()
    {
        var folder = Directory.CreateTempSubdirectory("mock-messaging-").FullName;
        (string, string)[] settings = [("Storage:Path", Path.Combine(folder, "data.db"))];
        await using (var server = await MockServer.StartAsync(settings))
        {
            var user = new TestWorkspace(server.BaseAddress, "alpha");
            await user.RegisterWebhookAsync("http://127.0.0.1:9/before");
            var workspace = await server.Services.GetRequiredService<WorkspaceDirectory>().OpenAsync("alpha");
            Assert.ThrowsAny<Exception>(() => workspace.Execute<bool>(transaction =>
            {
                transaction.State.DefaultApp.Webhook = "http://127.0.0.1:9/after";
                transaction.Save(transaction.State.DefaultApp);
                throw new InvalidOperationException("half-way");
            }));
            Refused(await user.GetAsync("/_sandbox/workspace"), "half-way");
        }

        await using (var next = await MockServer.StartAsync(settings))
        {
            var webhooks = (await new TestWorkspace(next.BaseAddress, "alpha").LookAsync())["apps"]!.AsArray().Select(app => (string?)app!["webhook"]);
            Assert.Contains("http://127.0.0.1:9/before", webhooks);
        }

        Directory.Delete(folder, recursive: true);
    }

    private static async Task RefusedAsync(TestWorkspace workspace, string reason)
    {
        Refused(await workspace.PostAsync("/api/v1/message/send", TestWorkspace.Text()), reason);
        Refused(await workspace.GetAsync("/_sandbox/workspace"), reason);
        Refused(await workspace.GetAsync("/_sandbox/clock"), reason);
        Refused(await workspace.GetAsync("/_sandbox/export"), reason);
        Refused(await workspace.CallAsync(HttpMethod.Patch, "/_sandbox/workspace", """{"seed":1}"""), reason);
        Refused(await workspace.CallAsync(HttpMethod.Put, "/_sandbox/clock", """{"mode":"frozen"}"""), reason);
        Refused(await workspace.CallAsync(HttpMethod.Post, "/_sandbox/clock/advance", """{"untilIdle":true}"""), reason);
        await workspace.ResetAsync();
        await workspace.SendTextAsync();
    }

    private static void Refused(Answer answer, string reason)
    {
        answer.Is(HttpStatusCode.ServiceUnavailable);
        Assert.Contains(reason, answer.Text, StringComparison.Ordinal);
        Assert.Contains("DELETE /_sandbox/workspace", answer.Text, StringComparison.Ordinal);
    }

    /// <summary>Lets a timer fire; when it ends, the pump is past it.</summary>
    private static async Task<Workspace> FireAsync(InProcessServer server, string key, Action? fire = null)
    {
        var workspace = await server.Services.GetRequiredService<WorkspaceDirectory>().OpenAsync(key);
        var fired = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        workspace.Execute(transaction =>
        {
            transaction.Timers.Add(new Timer(transaction.Now, () =>
            {
                fired.SetResult();
                fire?.Invoke();
            }));
            return true;
        });
        await fired.Task.WaitAsync(TestWorkspace.Cancelled);
        return workspace;
    }

    /// <summary>Keeps nothing, and says that it refuses.</summary>
    private sealed class RefusingStore : IRecordStore
    {
        private readonly MemoryStore _ids = new();
        private volatile string? _refusal;

        public bool IsDurable => true;

        public string? Refusal
        {
            get => _refusal;
            set => _refusal = value;
        }

        public bool WasKilled => false;

        public long NextId() => _ids.NextId();

        public void SkipIds(long upTo) => _ids.SkipIds(upTo);

        public void EnsureCapacity() => _ids.EnsureCapacity();

        public Task Append(ReadOnlySpan<StoredRecord> changes, bool urgent) => Task.CompletedTask;

        public void Remove(int generation) => _ids.Remove(generation);

        public IEnumerable<StoredRecord> ReadAll() => [];

        public ValueTask DisposeAsync() => _ids.DisposeAsync();
    }

    private sealed class Timer(long dueMs, Action fire) : SandboxTimer(new DueOrder(dueMs, 0, 1))
    {
        public override void Fire(WorkspaceTransaction transaction) => fire();
    }
}
