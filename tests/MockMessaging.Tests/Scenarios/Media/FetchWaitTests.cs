using System.Net;
using Xunit;

namespace MockMessaging.Tests.Scenarios.Media;

/// <summary>A message waits until its file is fetched.</summary>
public sealed class FetchWaitTests
{
    [Fact]
    public async Task Message_waits_for_its_file_whatever_the_clock_does()
    {
        var reached = new TaskCompletionSource();
        var released = new TaskCompletionSource();
        await using var files = await FileHost.StartAsync(async context =>
        {
            reached.SetResult();
            await released.Task;
            await Fetching.SendAsync(context);
        });
        var (workspace, own) = await Fetching.StartAsync();
        await using var _ = own;
        var id = await workspace.SendAsync(Fetching.Image(files.Url + "/lamp.png"));
        await reached.Task.WaitAsync(TestWorkspace.Cancelled);
        (await workspace.GetAsync("/_sandbox/wait/idle?timeout=PT0.01S")).Is(HttpStatusCode.RequestTimeout);
        var other = await workspace.SendTextAsync();
        var advanced = workspace.AdvanceAsync();

        (await workspace.GetAsync($"/_sandbox/wait/status?messageId={other}&status=READ&timeout=PT0.3S")).Is(HttpStatusCode.RequestTimeout);
        Assert.Equal(("fetching", "INIT"), ((string?)(await Fetching.MessageAsync(workspace, id))["media"]![0]!["state"], (string?)(await Fetching.MessageAsync(workspace, id))["status"]));
        released.SetResult();
        await advanced;

        Assert.Equal(Fetching.UsualLadder, Fetching.Statuses(await Fetching.MessageAsync(workspace, id)));
        Assert.Equal(Fetching.UsualLadder, Fetching.Statuses(await Fetching.MessageAsync(workspace, other)));
    }

    [Fact]
    public async Task Message_whose_fetch_a_stop_ended_goes_on_after_the_restart()
    {
        var folder = Directory.CreateTempSubdirectory("fetch");
        try
        {
            var reached = new TaskCompletionSource();
            await using var files = await FileHost.StartAsync(async context =>
            {
                reached.SetResult();
                await new TaskCompletionSource().Task.WaitAsync(context.RequestAborted);
            });
            (string, string)[] settings = [("Storage:Path", Path.Combine(folder.FullName, "data.db")), ("Media:FetchOutbound", "true")];
            string id;
            await using (var first = await MockServer.StartAsync(settings))
            {
                var workspace = new TestWorkspace(first.BaseAddress, "stopped");
                id = await workspace.SendAsync(Fetching.Image(files.Url + "/lamp.png"));
                await reached.Task.WaitAsync(TestWorkspace.Cancelled);
                var other = await workspace.SendTextAsync();
                (await workspace.GetAsync($"/_sandbox/wait/status?messageId={other}&status=READ&timeout=PT20S")).Ok();
            }

            await using var second = await MockServer.StartAsync(settings);
            var again = new TestWorkspace(second.BaseAddress, "stopped");
            (await again.GetAsync($"/_sandbox/wait/status?messageId={id}&status=READ&timeout=PT20S")).Ok();

            Assert.Equal(["SENT", "DLVRD", "READ"], (await again.PushesAsync($"?messageId={id}")).Select(push => (string?)push!["subject"]));
            Assert.Contains("server stopped", (string?)(await Fetching.MessageAsync(again, id))["media"]![0]!["error"], StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task Statuses_that_fell_due_meanwhile_come_after_the_fetch()
    {
        var released = new TaskCompletionSource();
        await using var files = await FileHost.StartAsync(async context =>
        {
            await released.Task;
            await Fetching.SendAsync(context);
        });
        await using var own = await MockServer.StartAsync(("Media:FetchOutbound", "true"));
        var workspace = new TestWorkspace(own.BaseAddress, "late");
        var id = await workspace.SendAsync(Fetching.Image(files.Url + "/lamp.png"));
        var other = await workspace.SendTextAsync();
        (await workspace.GetAsync($"/_sandbox/wait/status?messageId={other}&status=READ&timeout=PT20S")).Ok();

        released.SetResult();
        (await workspace.GetAsync($"/_sandbox/wait/status?messageId={id}&status=READ&timeout=PT20S")).Ok();

        var message = await Fetching.MessageAsync(workspace, id);
        var sent = message["timeline"]!.AsArray().First(entry => (string?)entry!["status"] == "SENT")!;
        Assert.True((DateTimeOffset)sent["at"]! >= (DateTimeOffset)message["media"]![0]!["at"]!);
    }

    [Fact]
    public async Task Reset_ends_the_wait()
    {
        var reached = new TaskCompletionSource();
        var released = new TaskCompletionSource();
        await using var files = await FileHost.StartAsync(async context =>
        {
            reached.SetResult();
            await released.Task;
            context.Response.StatusCode = 404;
        });
        await using var receiver = await WebhookReceiver.StartAsync();
        var (workspace, own) = await Fetching.StartAsync();
        await using var _ = own;
        await workspace.RegisterWebhookAsync(receiver.Url);
        await workspace.SendAsync(Fetching.Image(files.Url + "/lamp.png"));
        await reached.Task.WaitAsync(TestWorkspace.Cancelled);

        await workspace.ResetAsync();
        released.SetResult();
        (await workspace.GetAsync("/_sandbox/wait/idle")).Ok();

        Assert.Empty(receiver.All);
        Assert.Empty((await workspace.GetAsync("/_sandbox/messages")).Ok().Body!["messages"]!.AsArray());
    }
}
