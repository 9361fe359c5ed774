using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Xunit;

namespace MockMessaging.Tests.Control;

/// <summary>An advance ends when its caller leaves.</summary>
public sealed class LeftAdvanceTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("mock-messaging-").FullName;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Advance_without_an_end_ends_when_its_caller_leaves_and_the_clock_stays_there(bool receiverHangs)
    {
        var never = new TaskCompletionSource();
        await using var receiver = await WebhookReceiver.StartAsync(receiverHangs ? _ => never.Task : _ => Task.CompletedTask);
        string? shown;
        await using (var server = await StartAsync())
        {
            using var log = LogCapture.Of(server);
            var ended = new TaskCompletionSource();
            log.Told += line => _ = line.Text.StartsWith("POST /_sandbox/clock/advance returned 0", StringComparison.Ordinal) && ended.TrySetResult();
            var workspace = new TestWorkspace(server.BaseAddress, "alpha");
            await workspace.FreezeAsync();
            await workspace.RegisterWebhookAsync(receiver.Url);
            (await workspace.PostAsync("/_sandbox/traffic", JsonNode.Parse("""{"inboundPerMinute":60}""")!)).Ok();

            await LeaveAsync(server, receiver);
            await ended.Task.WaitAsync(TestWorkspace.Cancelled);

            shown = await ShownAsync(workspace);
            Assert.Equal(shown, await ShownAsync(workspace));
            never.SetResult();
        }

        await using var next = await StartAsync();
        Assert.Equal(shown, await ShownAsync(new TestWorkspace(next.BaseAddress, "alpha")));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    /// <summary>Advances without an end, and leaves as soon as something has happened.</summary>
    private static async Task LeaveAsync(InProcessServer server, WebhookReceiver receiver)
    {
        using var client = new HttpClient { BaseAddress = server.BaseAddress };
        client.DefaultRequestHeaders.Add("x-api-key", "alpha");
        using var leaving = CancellationTokenSource.CreateLinkedTokenSource(TestWorkspace.Cancelled);
        var advancing = client.PostAsJsonAsync("/_sandbox/clock/advance", new { untilIdle = true }, leaving.Token);
        await receiver.NextAsync();
        await leaving.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => advancing);
    }

    private static async Task<string?> ShownAsync(TestWorkspace workspace) => (string?)(await workspace.GetAsync("/_sandbox/clock")).Ok().Body!["now"];

    private Task<InProcessServer> StartAsync() =>
        MockServer.StartAsync(("Storage:Path", Path.Combine(_folder, "data.db")), ("Logging:LogLevel:MockMessaging.Http.RequestLog", "Debug"));
}
