using System.Text.Json.Nodes;
using Xunit;

namespace MockMessaging.Tests.Scenarios;

public sealed class WorkspacesTests(MockServer server)
{
    [Fact]
    public async Task Many_workspaces_at_once_never_see_each_others_pushes()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        var sent = await Task.WhenAll(Enumerable.Range(0, 32).Select(SendManyAsync));

        foreach (var (own, number) in sent.Select((ids, number) => (ids, number)))
        {
            var arrived = receiver.All.Where(push => push.Url.EndsWith($"/hook/{number}", StringComparison.Ordinal)).ToList();
            Assert.Equal(own.Count * 3, arrived.Count);
            Assert.All(arrived.GroupBy(push => (string)push.Item["id"]!), pushes =>
            {
                Assert.Contains(pushes.Key, own);
                Assert.Equal(["SENT", "DLVRD", "READ"], pushes.Select(push => push.Subject));
            });
        }

        async Task<HashSet<string>> SendManyAsync(int number)
        {
            var workspace = await server.NewWorkspaceAsync();
            await workspace.RegisterWebhookAsync($"{receiver.Url}/{number}");
            var ids = await Task.WhenAll(Enumerable.Range(0, 50).Select(person => workspace.SendTextAsync($"+9198765{person + 5_000}")));
            await workspace.AdvanceAsync();
            return [.. ids];
        }
    }

    [Fact]
    public async Task Restricted_server_lets_in_its_own_key()
    {
        await using var restricted = await MockServer.StartAsync(options => options.Auth.Keys.Add("alpha"), TestWorkspace.Cancelled);

        (await new TestWorkspace(restricted.BaseAddress, "alpha").GetAsync("/api/v1/config/channels")).Ok();
    }

    [Fact]
    public async Task Unknown_app_id_acts_for_the_default_app_with_a_warning()
    {
        var workspace = await server.NewWorkspaceAsync();

        var answer = (await workspace.As("5f0000000000000000000000").PostAsync("/api/v1/message/send", TestWorkspace.Text())).Ok();

        Assert.Contains("x-api-id", answer.Header("X-Sandbox-Warnings"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reset_leaves_nothing_and_nothing_of_before_arrives_after_it()
    {
        var held = new TaskCompletionSource();
        await using var receiver = await WebhookReceiver.StartAsync(async context => await held.Task.WaitAsync(context.RequestAborted));
        var workspace = await server.NewWorkspaceAsync();
        await workspace.RegisterWebhookAsync(receiver.Url);
        await workspace.SendTextAsync();
        await workspace.CallAsync(HttpMethod.Put, "/_sandbox/clock", """{"mode":"real"}""");
        Assert.Equal("SENT", (await receiver.NextAsync()).Subject);

        await workspace.ResetAsync();
        held.SetResult();

        await workspace.FreezeAsync();
        await workspace.AdvanceAsync("PT1H");
        Assert.Equal(["SENT"], receiver.Subjects);
        var fresh = await workspace.LookAsync();
        Assert.Equal((0, 0), ((int)fresh["messages"]!, fresh["pushes"]!.AsObject().Count));
        Assert.All(fresh["apps"]!.AsArray(), app => Assert.Null(app!["webhook"]));
    }

    [Fact]
    public async Task Same_key_and_same_calls_give_the_same_bytes_on_another_server()
    {
        Assert.Equal(await TellAsync(), await TellAsync());

        static async Task<string> TellAsync()
        {
            await using var other = await MockServer.StartAsync(cancellationToken: TestWorkspace.Cancelled);
            await using var receiver = await WebhookReceiver.StartAsync();
            var workspace = new TestWorkspace(other.BaseAddress, "same-key");
            await workspace.FreezeAsync();
            var first = await workspace.PostAsync("/api/v1/message/send", TestWorkspace.Text());
            await workspace.RegisterWebhookAsync(receiver.Url);
            await workspace.CustomerWritesAsync(new JsonObject());
            await workspace.AdvanceAsync();
            return string.Join('\n', receiver.All.OrderBy(push => push.Body.ToJsonString(), StringComparer.Ordinal).Select(push => push.Body.ToJsonString()).Prepend(first.Text));
        }
    }
}
