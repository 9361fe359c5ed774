using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using MockMessaging.Workspaces;
using Xunit;

namespace MockMessaging.Tests.Scenarios;

/// <summary>Which keys a server keeps, and how one is given back.</summary>
public sealed class KeysTests : IDisposable
{
    private const string Send = "/api/v1/message/send";

    private readonly string _folder = Directory.CreateTempSubdirectory("mock-messaging-").FullName;

    [Fact]
    public async Task Key_given_back_is_as_one_that_nobody_has_used()
    {
        await using var server = await MockServer.StartAsync(("Limits:MaxWorkspaces", "1"));
        var (alpha, beta) = (new TestWorkspace(server.BaseAddress, "alpha"), new TestWorkspace(server.BaseAddress, "beta"));
        await alpha.FreezeAsync();
        await alpha.RegisterWebhookAsync("http://127.0.0.1:9/");
        await alpha.SendTextAsync();
        (await alpha.PostAsync("/_sandbox/snapshots", new JsonObject { ["name"] = "kept" })).Ok();
        (await beta.PostAsync(Send, TestWorkspace.Text())).Is(HttpStatusCode.ServiceUnavailable);

        await ForgetAsync(alpha);

        await beta.SendTextAsync();
        var fresh = await alpha.LookAsync();
        Assert.Equal((0, 0, "real"), ((int)fresh["messages"]!, fresh["pushes"]!.AsObject().Count, (string?)fresh["clock"]!["mode"]));
        Assert.All(fresh["apps"]!.AsArray(), app => Assert.Null(app!["webhook"]));
        Assert.Empty((await alpha.GetAsync("/_sandbox/snapshots")).Ok().Body!["snapshots"]!.AsArray());
        Assert.Empty((await alpha.GetAsync("/_sandbox/requests")).Ok().Body!["requests"]!.AsArray());
    }

    [Fact]
    public async Task Nothing_of_a_key_given_back_arrives_any_more_and_the_next_use_begins_anew()
    {
        await using var server = await MockServer.StartAsync();
        var held = new TaskCompletionSource();
        await using var receiver = await WebhookReceiver.StartAsync(async context => await held.Task.WaitAsync(context.RequestAborted));
        var alpha = new TestWorkspace(server.BaseAddress, "alpha");
        await alpha.FreezeAsync();
        await alpha.RegisterWebhookAsync(receiver.Url);
        var first = await alpha.SendTextAsync();
        await alpha.CallAsync(HttpMethod.Put, "/_sandbox/clock", """{"mode":"real"}""");
        Assert.Equal("SENT", (await receiver.NextAsync()).Subject);

        await ForgetAsync(alpha);
        held.SetResult();

        await alpha.FreezeAsync();
        Assert.Equal(first, await alpha.SendTextAsync());
        await alpha.AdvanceAsync("PT1H");
        Assert.Equal(["SENT"], receiver.Subjects);
    }

    [Fact]
    public async Task Key_given_back_is_gone_from_the_data_file_too()
    {
        await using (var server = await StartAsync())
        {
            var alpha = new TestWorkspace(server.BaseAddress, "alpha");
            await alpha.SendTextAsync();
            (await alpha.PostAsync("/_sandbox/snapshots", new JsonObject { ["name"] = "kept" })).Ok();
            await new TestWorkspace(server.BaseAddress, "beta").SendTextAsync();
            await ForgetAsync(alpha);
            await alpha.LookAsync();
        }

        await using (var server = await StartAsync())
        {
            Assert.Equal("beta", Assert.Single(OpenIn(server).All).Key);
            Assert.Empty((await new TestWorkspace(server.BaseAddress, "alpha").GetAsync("/_sandbox/snapshots")).Ok().Body!["snapshots"]!.AsArray());
            Assert.Equal(1, (int)(await new TestWorkspace(server.BaseAddress, "beta").LookAsync())["messages"]!);
        }
    }

    [Fact]
    public async Task Key_used_again_after_it_was_given_back_is_kept_again()
    {
        string id;
        await using (var server = await StartAsync())
        {
            var alpha = new TestWorkspace(server.BaseAddress, "alpha");
            await alpha.SendTextAsync();
            await ForgetAsync(alpha);
            await alpha.FreezeAsync("2026-02-02T10:00:00Z");
            id = await alpha.SendTextAsync();
        }

        await using (var server = await StartAsync())
        {
            var messages = (await new TestWorkspace(server.BaseAddress, "alpha").GetAsync("/_sandbox/messages")).Ok().Body!["messages"]!.AsArray();
            Assert.Equal(id, (string?)Assert.Single(messages)!["id"]);
        }
    }

    [Fact]
    public async Task Keys_that_only_read_do_not_fill_the_server()
    {
        await using var server = await MockServer.StartAsync(("Limits:MaxWorkspaces", "2"));
        foreach (var number in Enumerable.Range(0, 5))
        {
            (await new TestWorkspace(server.BaseAddress, $"reader-{number}").GetAsync("/_sandbox/clock")).Ok();
            (await new TestWorkspace(server.BaseAddress, $"reader-{number}").PostAsync(Send, new JsonObject())).Is(HttpStatusCode.BadRequest);
        }

        await new TestWorkspace(server.BaseAddress, "alpha").FreezeAsync();
        await new TestWorkspace(server.BaseAddress, "beta").SendTextAsync();

        var refused = (await new TestWorkspace(server.BaseAddress, "gamma").PostAsync(Send, TestWorkspace.Text())).Is(HttpStatusCode.ServiceUnavailable);
        Assert.Contains("Limits:MaxWorkspaces", (string?)refused.Error["description"], StringComparison.Ordinal);
        (await new TestWorkspace(server.BaseAddress, "gamma").GetAsync("/api/v1/config/channels")).Ok();
    }

    [Fact]
    public async Task Key_that_only_read_is_not_in_the_data_file()
    {
        await using (var server = await StartAsync())
        {
            await new TestWorkspace(server.BaseAddress, "alpha").LookAsync();
        }

        await using (var server = await StartAsync())
        {
            Assert.Empty(OpenIn(server).All);
        }
    }

    [Fact]
    public async Task Workspaces_nobody_changed_go_oldest_first_and_never_under_one_who_follows_them()
    {
        await using var server = await MockServer.StartAsync();
        var directory = DirectoryOf(server);
        using var client = new HttpClient { BaseAddress = server.BaseAddress };
        client.DefaultRequestHeaders.Add("x-api-key", "followed");
        using var events = new StreamReader(await client.GetStreamAsync("/_sandbox/events", TestWorkspace.Cancelled));
        Assert.Equal("event: open", await events.ReadLineAsync(TestWorkspace.Cancelled));

        for (var number = 0; number < 3_000; number++)
        {
            (await directory.OpenAsync($"reader-{number}")).Uses.End();
        }

        Assert.Equal(0, OpenIn(server).Count);
        Assert.InRange(OpenIn(server).All.Count(), 1, 1_000);
        await new TestWorkspace(server.BaseAddress, "followed").SendTextAsync();
        string? line;
        do
        {
            line = await events.ReadLineAsync(TestWorkspace.Cancelled);
        }
        while (line is not null && (line == "event: open" || !line.StartsWith("event: ", StringComparison.Ordinal)));

        Assert.NotEqual("event: reset", line);
        Assert.NotNull(line);
    }

    [Fact]
    public async Task First_calls_at_the_same_time_share_one_workspace()
    {
        await using var server = await MockServer.StartAsync();
        var alpha = new TestWorkspace(server.BaseAddress, "alpha");

        var ids = await Task.WhenAll(Enumerable.Range(0, 32).Select(_ => alpha.SendTextAsync()));

        Assert.Distinct(ids);
        Assert.Equal(ids.Length, (int)(await alpha.LookAsync())["messages"]!);
        Assert.Equal(1, OpenIn(server).Count);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("stranger")]
    public async Task Callback_without_a_key_that_counts_reaches_nobodys_workspace(string? key)
    {
        await using var restricted = await MockServer.StartAsync(options => options.Auth.Keys.Add("alpha"), TestWorkspace.Cancelled);

        var told = (await new TestWorkspace(restricted.BaseAddress, key).PostAsync("/api/v1/message/receive", new JsonObject { ["type"] = "messages" })).Ok();
        (await new TestWorkspace(restricted.BaseAddress, key).PostAsync("/api/v1/contact/info", new JsonObject { ["contactId"] = "fb:1" })).Ok();

        Assert.Contains("x-api-key", told.Header("X-Sandbox-Warnings"), StringComparison.Ordinal);
        var alpha = new TestWorkspace(restricted.BaseAddress, "alpha");
        Assert.Empty((await alpha.GetAsync("/_sandbox/callbacks")).Ok().Body!["callbacks"]!.AsArray());
        Assert.Empty((await alpha.GetAsync("/_sandbox/requests")).Ok().Body!["requests"]!.AsArray());
    }

    [Fact]
    public async Task Callback_without_a_key_is_not_found_under_a_key_that_somebody_may_choose()
    {
        await using var server = await MockServer.StartAsync();

        (await new TestWorkspace(server.BaseAddress, null).PostAsync("/api/v1/message/receive", new JsonObject { ["type"] = "messages" })).Ok();

        Assert.Empty((await new TestWorkspace(server.BaseAddress, "default").GetAsync("/_sandbox/callbacks")).Ok().Body!["callbacks"]!.AsArray());
        Assert.Equal(0, OpenIn(server).Count);
    }

    [Fact]
    public async Task Workspace_that_nobody_uses_for_long_is_forgotten()
    {
        await using var server = await MockServer.StartAsync(("Limits:IdleWorkspaces", "PT10M"));
        var (still, busy, followed) = (new TestWorkspace(server.BaseAddress, "still"), new TestWorkspace(server.BaseAddress, "busy"), new TestWorkspace(server.BaseAddress, "followed"));
        await still.FreezeAsync();
        await still.SendTextAsync();
        (await busy.CallAsync(HttpMethod.Patch, "/_sandbox/workspace", """{"delays":{"read":"PT1H"}}""")).Ok();
        await busy.SendTextAsync();
        await followed.FreezeAsync();
        var directory = DirectoryOf(server);
        var used = await directory.OpenAsync("followed");

        await directory.ForgetIdleAsync(TimeSpan.FromMinutes(10), In(minutes: 9));
        Assert.Equal(3, OpenIn(server).Count);
        await directory.ForgetIdleAsync(TimeSpan.FromMinutes(10), In(minutes: 11));

        Assert.Equal(["busy", "followed"], OpenIn(server).All.Select(workspace => workspace.Key).Order());
        Assert.Equal(0, (int)(await still.LookAsync())["messages"]!);
        used.Uses.End();

        static long In(int minutes) => TimeProvider.System.GetTimestamp() + (minutes * 60 * TimeProvider.System.TimestampFrequency);
    }

    [Fact]
    public async Task Fork_takes_its_key_even_if_somebody_has_looked_at_it()
    {
        await using var server = await MockServer.StartAsync();
        var alpha = new TestWorkspace(server.BaseAddress, "alpha");
        await alpha.SendTextAsync();
        await new TestWorkspace(server.BaseAddress, "copy").LookAsync();

        (await alpha.PostAsync("/_sandbox/workspaces", new JsonObject { ["key"] = "copy" })).Ok();

        Assert.Equal(1, (int)(await new TestWorkspace(server.BaseAddress, "copy").LookAsync())["messages"]!);
        (await alpha.PostAsync("/_sandbox/workspaces", new JsonObject { ["key"] = "copy" })).Is(HttpStatusCode.Conflict);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static WorkspaceDirectory DirectoryOf(InProcessServer server) => server.Services.GetRequiredService<WorkspaceDirectory>();

    private static OpenWorkspaces OpenIn(InProcessServer server) => server.Services.GetRequiredService<OpenWorkspaces>();

    private static async Task ForgetAsync(TestWorkspace workspace) =>
        (await workspace.CallAsync(HttpMethod.Delete, "/_sandbox/workspaces/current", null)).Is(HttpStatusCode.NoContent);

    private Task<InProcessServer> StartAsync() => MockServer.StartAsync(("Storage:Path", Path.Combine(_folder, "data.db")));
}
