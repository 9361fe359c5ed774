using System.Text.Json.Nodes;
using MockMessaging.Tool;
using Xunit;

namespace MockMessaging.Tests.Tool;

/// <summary>A sandbox that is stopped and started while the command listens to it.</summary>
public sealed class ListenRestartTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("mock-messaging-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("file", false)]
    [InlineData("file", true)]
    [InlineData("memory", false)]
    public async Task Nothing_is_lost_and_the_order_is_kept(string storage, bool hasDeadWebhook)
    {
        (string, string)[] settings = [("Storage:Path", storage == "file" ? Path.Combine(_folder, "data.db") : ":memory:"), ("Webhooks:Retries", "PT1H"), ("urls", FreePorts.TakeUrl())];
        await using var receiver = await WebhookReceiver.StartAsync();
        ToolRun listen;
        await using (var first = await MockServer.StartAsync(settings))
        {
            var workspace = new TestWorkspace(first.BaseAddress, "mine");
            if (hasDeadWebhook)
            {
                await workspace.RegisterWebhookAsync("http://127.0.0.1:1");
            }

            listen = await ListenTests.StartAsync(workspace, receiver.Url);
            foreach (var text in (string[])["1", "2", "3"])
            {
                await WriteAsync(workspace, text);
                await listen.UntilAsync("  text ");
            }
        }

        await using (listen)
        {
            await listen.PauseAsync();
            await using var second = await MockServer.StartAsync(settings);
            var workspace = new TestWorkspace(second.BaseAddress, "mine");

            // As many as before, so that they take the numbers of those.
            foreach (var text in (string[])["4", "5", "6", "7"])
            {
                await WriteAsync(workspace, text);
            }

            listen.GoOn();
            foreach (var _ in (string[])["4", "5", "6", "7"])
            {
                await listen.UntilAsync("  text ");
            }

            await WriteAsync(workspace, "8");
            await listen.UntilAsync("  text ");

            Assert.Equal(["1", "2", "3", "4", "5", "6", "7", "8"], Texts(receiver));
            Assert.Equal(ExitCode.Done, await listen.StopAsync());
            Assert.Contains("The sandbox is back.", listen.Error, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Push_that_the_webhook_refuses_is_posted_once()
    {
        (string, string)[] settings = [("Storage:Path", Path.Combine(_folder, "data.db")), ("Webhooks:Retries", "PT1H"), ("urls", FreePorts.TakeUrl())];
        await using var receiver = await WebhookReceiver.StartAsync();
        await using var webhook = await WebhookReceiver.StartAsync();
        webhook.Answer = context =>
        {
            context.Response.StatusCode = webhook.All[^1].Body["contacts"]!.ToJsonString().Contains("15550100", StringComparison.Ordinal) ? 500 : 200;
            return Task.CompletedTask;
        };
        ToolRun listen;
        await using (var first = await MockServer.StartAsync(settings))
        {
            var workspace = new TestWorkspace(first.BaseAddress, "mine");
            await workspace.RegisterWebhookAsync(webhook.Url);
            listen = await ListenTests.StartAsync(workspace, receiver.Url);
            await WriteAsync(workspace, "1", "+15550100");
            await listen.UntilAsync("  text ");
            await WriteAsync(workspace, "2");
            await listen.UntilAsync("  text ");
        }

        await using (listen)
        {
            // The restarted sandbox no longer has the last push, because the webhook accepted it, but still has the first.
            await listen.PauseAsync();
            await using var second = await MockServer.StartAsync(settings);
            listen.GoOn();
            await WriteAsync(new TestWorkspace(second.BaseAddress, "mine"), "3");
            await listen.UntilAsync("  text ");

            Assert.Equal(["1", "2", "3"], Texts(receiver));
        }
    }

    [Fact]
    public async Task Pushes_that_wait_for_a_dead_receiver_outlive_the_sandbox()
    {
        await using var dead = await WebhookReceiver.StartAsync();
        var url = dead.Url;
        await dead.DisposeAsync();
        ToolRun listen;
        await using (var sandbox = await MockServer.StartAsync())
        {
            var workspace = new TestWorkspace(sandbox.BaseAddress, "mine");
            listen = await ListenTests.StartAsync(workspace, url);
            await WriteAsync(workspace, "1");
            await listen.PauseAsync();
            await WriteAsync(workspace, "2");
        }

        await using (listen)
        {
            // The second pause is that of fetching.
            await listen.PauseAsync();
            await using var receiver = await WebhookReceiver.StartAsync(url: url);
            listen.GoOn();
            listen.GoOn();
            await listen.UntilAsync("  text ");
            await listen.UntilAsync("  text ");

            Assert.Equal(["1", "2"], Texts(receiver));
        }
    }

    private static IEnumerable<string> Texts(WebhookReceiver receiver) => receiver.All.Where(push => push.Type == "messages").Select(push => (string)push.Item["text"]!["body"]!);

    private static Task<JsonNode> WriteAsync(TestWorkspace workspace, string text, string phone = TestWorkspace.Phone) =>
        workspace.CustomerWritesAsync(new JsonObject { ["from"] = new JsonObject { ["phone"] = phone }, ["text"] = new JsonObject { ["body"] = text } });
}
