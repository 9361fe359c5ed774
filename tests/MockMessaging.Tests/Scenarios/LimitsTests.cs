using System.Net;
using System.Text.Json.Nodes;
using Xunit;

namespace MockMessaging.Tests.Scenarios;

/// <summary>The limits of everything but messages and contacts.</summary>
public sealed class LimitsTests : SmallServer
{
    [Fact]
    public async Task Transcript_data_and_events_have_limits_of_their_own()
    {
        var workspace = await OpenAsync("alpha");
        var session = await workspace.SessionAsync();
        for (var number = 0; number < Records; number++)
        {
            (await NoteAsync()).Ok();
            (await PutAsync(number)).Ok();
            (await HappenAsync()).Ok();
        }

        Refuses((await NoteAsync()).Is(HttpStatusCode.ServiceUnavailable).Body!["detail"], "lines of transcripts", "Limits:MaxRecords");
        Refuses((await workspace.PostAsync("/api/v1/session/resolve", new JsonObject { ["sessionId"] = session })).Is(HttpStatusCode.ServiceUnavailable).Error["description"], "Limits:MaxRecords");
        Refuses((await PutAsync(Records)).Is(HttpStatusCode.ServiceUnavailable).Error["description"], "customer data objects", "Limits:MaxRecords");
        Refuses((await HappenAsync()).Is(HttpStatusCode.ServiceUnavailable).Error["description"], "customer events", "Limits:MaxRecords");
        (await PutAsync(0)).Ok();
        Assert.DoesNotContain("SESSION_STATUS", (await workspace.MessagesAsync(session)).ToJsonString(), StringComparison.Ordinal);

        Task<Answer> NoteAsync() => workspace.PostAsync($"/_sandbox/sessions/{session}/notes", new JsonObject { ["text"] = "Noted." });
        Task<Answer> PutAsync(int number) => workspace.PostAsync("/api/v1/data/push", new JsonObject { ["id"] = $"{number}", ["type"] = "ORDER" });
        Task<Answer> HappenAsync() => workspace.PostAsync("/api/v1/event/push", new JsonObject { ["id"] = "1", ["eventName"] = "SEEN" });
    }

    [Fact]
    public async Task Message_takes_only_so_many_forced_statuses()
    {
        var workspace = await OpenAsync("alpha");
        var id = await workspace.SendTextAsync();
        for (var time = 0; time < Statuses; time++)
        {
            (await ForceAsync()).Ok();
        }

        Refuses((await ForceAsync()).Is(HttpStatusCode.ServiceUnavailable).Body!["detail"], "Limits:StatusesKept");

        Task<Answer> ForceAsync() => workspace.PostAsync($"/_sandbox/messages/{id}/status?wait=PT1M", new JsonObject { ["status"] = "READ" });
    }

    [Fact]
    public async Task Inbound_message_pushed_again_and_again_keeps_only_so_many_statuses()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        var workspace = await OpenAsync("alpha");
        await workspace.RegisterWebhookAsync(receiver.Url);
        var push = (await workspace.CustomerWritesAsync())["push"]!;
        for (var time = 0; time < Statuses + 1; time++)
        {
            (await workspace.CallAsync(HttpMethod.Post, $"/_sandbox/webhooks/{push["id"]}/replay", null)).Ok();
        }

        var timeline = (await workspace.GetAsync($"/_sandbox/messages/{push["messageId"]}")).Ok().Body!["timeline"]!.AsArray();
        Assert.Equal(Statuses, timeline.Count(entry => (string?)entry!["what"] == "status" && (string?)entry["status"] == "FORWARDED"));
        Assert.Equal(Statuses + 2, timeline.Count(entry => (string?)entry!["what"] == "attempt"));
    }

    [Fact]
    public async Task Traffic_can_be_started_only_so_many_times()
    {
        var workspace = await OpenAsync("alpha");
        (await StartAsync()).Ok();
        (await StartAsync()).Ok();

        Refuses((await StartAsync()).Is(HttpStatusCode.Conflict).Body!["detail"], "Limits:RulesKept", "DELETE /_sandbox/traffic");

        Task<Answer> StartAsync() => workspace.PostAsync("/_sandbox/traffic", new JsonObject { ["contacts"] = 1 });
    }

    [Fact]
    public async Task Workspace_more_than_the_limit_is_refused_and_known_keys_are_served()
    {
        await Task.WhenAll(OpenAsync("alpha"), OpenAsync("beta"), OpenAsync("gamma"));

        var refused = await new TestWorkspace(Server.BaseAddress, "delta").PostAsync("/api/v1/message/send", TestWorkspace.Text());

        Refuses(refused.Is(HttpStatusCode.ServiceUnavailable).Error["description"], "Limits:MaxWorkspaces");
        (await new TestWorkspace(Server.BaseAddress, "alpha").GetAsync("/api/v1/config/channels")).Ok();
    }

    [Fact]
    public async Task Snapshots_take_only_so_many_bytes_together()
    {
        var workspace = await OpenAsync("alpha");
        await workspace.SendTextAsync(body: new string('x', 1_500));
        (await TakeAsync("first")).Ok();
        (await TakeAsync("first")).Ok();

        Refuses((await TakeAsync("second")).Is(HttpStatusCode.Conflict).Body!["detail"], "Limits:SnapshotBytes", "DELETE /_sandbox/snapshots/");
        Assert.Single((await workspace.GetAsync("/_sandbox/snapshots")).Ok().Body!["snapshots"]!.AsArray());
        (await workspace.CallAsync(HttpMethod.Delete, "/_sandbox/snapshots/first", null)).Is(HttpStatusCode.NoContent);
        (await TakeAsync("second")).Ok();

        Task<Answer> TakeAsync(string name) => workspace.PostAsync("/_sandbox/snapshots", new JsonObject { ["name"] = name });
    }
}
