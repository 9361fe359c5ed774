using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using MockMessaging.Webhooks;
using Xunit;

namespace MockMessaging.Tests.Scenarios;

public sealed class StoppingTests : IDisposable
{
    private static readonly TimeSpan Seconds = TimeSpan.FromSeconds(10);

    private readonly string _folder = Directory.CreateTempSubdirectory("mock-messaging-").FullName;

    [Fact]
    public async Task Receiver_that_never_answers_does_not_hold_the_stop_and_gets_its_pushes_from_the_next_run()
    {
        await using var receiver = await WebhookReceiver.StartAsync(context => new TaskCompletionSource().Task.WaitAsync(context.RequestAborted));
        var hanging = new HashSet<string>();
        await using (var server = await StartAsync())
        {
            var workspace = new TestWorkspace(server.BaseAddress, "mine");
            await workspace.RegisterWebhookAsync(receiver.Url);
            for (var phone = 0; phone < 40; phone++)
            {
                await workspace.SendTextAsync($"+91 98765 {43210 + phone}");
            }

            while (hanging.Count < 32)
            {
                hanging.Add((await receiver.NextAsync()).Body["statuses"]![0]!["id"]!.ToString());
            }

            Assert.InRange(await TimeOfAsync(server.DisposeAsync()), TimeSpan.Zero, Seconds);
        }

        receiver.Answer = _ => Task.CompletedTask;
        await using (await StartAsync())
        {
            while (hanging.Count > 0)
            {
                hanging.Remove((await receiver.NextAsync()).Body["statuses"]![0]!["id"]!.ToString());
            }
        }
    }

    [Fact]
    public async Task Calls_that_wait_for_long_do_not_hold_the_stop()
    {
        using var client = new HttpClient();
        client.DefaultRequestHeaders.Add("x-api-key", "mine");
        await using var server = await StartAsync();
        client.BaseAddress = server.BaseAddress;
        await new TestWorkspace(server.BaseAddress, "mine").FreezeAsync();
        await new TestWorkspace(server.BaseAddress, "mine").SendTextAsync();
        using var feed = await client.GetAsync("/_sandbox/events", HttpCompletionOption.ResponseHeadersRead, TestWorkspace.Cancelled);
        var wait = client.GetAsync("/_sandbox/wait/idle?timeout=PT2M", TestWorkspace.Cancelled);

        Assert.InRange(await TimeOfAsync(server.DisposeAsync()), TimeSpan.Zero, Seconds);

        await Assert.ThrowsAsync<HttpRequestException>(() => wait);
    }

    [Fact]
    public async Task Reset_while_the_server_stops_disturbs_neither()
    {
        await using var receiver = await WebhookReceiver.StartAsync(context => new TaskCompletionSource().Task.WaitAsync(context.RequestAborted));
        await using var server = await StartAsync();
        var workspace = new TestWorkspace(server.BaseAddress, "mine");
        await workspace.RegisterWebhookAsync(receiver.Url);
        await workspace.SendTextAsync();
        await receiver.NextAsync();

        var finishing = server.Services.GetRequiredService<PushQueues>().FinishAsync(Timeout.InfiniteTimeSpan);
        await workspace.ResetAsync();

        await finishing;
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static async Task<TimeSpan> TimeOfAsync(ValueTask stop)
    {
        var started = Stopwatch.GetTimestamp();
        await stop;
        return Stopwatch.GetElapsedTime(started);
    }

    private Task<InProcessServer> StartAsync() => MockServer.StartAsync(("Storage:Path", Path.Combine(_folder, "data.db")), ("Webhooks:ReadTimeoutMilliseconds", "60000"));
}
