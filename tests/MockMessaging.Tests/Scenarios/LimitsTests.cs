using System.Net;
using System.Text.Json.Nodes;
using Xunit;

namespace MockMessaging.Tests.Scenarios;

/// <summary>What happens at the limits, on a server of its own that has small ones. A fresh workspace holds two messages of one contact.</summary>
public sealed class LimitsTests : IAsyncLifetime
{
    private const int Messages = 6;
    private const int Contacts = 4;
    private const int Records = 3;
    private const int Statuses = 2;

    private InProcessServer _server = null!;

    public async ValueTask InitializeAsync() => _server = await MockServer.StartAsync(
        ("Limits:MaxMessages", $"{Messages}"),
        ("Limits:MaxContacts", $"{Contacts}"),
        ("Limits:MaxRecords", $"{Records}"),
        ("Limits:StatusesKept", $"{Statuses}"),
        ("Limits:RulesKept", "2"),
        ("Limits:MaxWorkspaces", "3"),
        ("Limits:SnapshotBytes", "5000"));

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task Message_more_than_the_limit_is_refused_until_the_workspace_is_emptied()
    {
        var (workspace, other) = (await OpenAsync("alpha"), await OpenAsync("beta"));
        await FillAsync(workspace);

        var refused = await workspace.PostAsync("/api/v1/message/send", TestWorkspace.Text());
        var written = await workspace.PostAsync("/_sandbox/inbound", new JsonObject { ["from"] = new JsonObject { ["phone"] = TestWorkspace.Phone } });

        Refuses(refused.Is(HttpStatusCode.ServiceUnavailable).Error["description"], "Limits:MaxMessages", "DELETE /_sandbox/workspace");
        Assert.Equal("SERVICE_UNAVAILABLE", (string?)refused.Body!["statusKey"]);
        Refuses(written.Is(HttpStatusCode.ServiceUnavailable).Body!["detail"], "Limits:MaxMessages", "DELETE /_sandbox/workspace");
        Assert.Equal(Messages, (int)(await workspace.LookAsync())["messages"]!);
        await other.SendTextAsync();
        await workspace.ResetAsync();
        await FillAsync(workspace);
    }

    [Fact]
    public async Task Contact_more_than_the_limit_is_refused_and_known_ones_are_served()
    {
        var workspace = await OpenAsync("alpha");
        for (var person = 1; person <= Contacts; person++)
        {
            await workspace.SendTextAsync($"+91 90000 1000{person}");
        }

        var refused = await workspace.PostAsync("/api/v1/message/send", TestWorkspace.Text("+91 90000 20000"));
        var traffic = await workspace.PostAsync("/_sandbox/traffic", new JsonObject { ["contacts"] = 1 });

        Refuses(refused.Is(HttpStatusCode.ServiceUnavailable).Error["description"], "Limits:MaxContacts", "DELETE /_sandbox/workspace");
        Refuses(traffic.Is(HttpStatusCode.ServiceUnavailable).Body!["detail"], "Limits:MaxContacts");
        Assert.Equal((Contacts, Contacts), Held(await workspace.LookAsync()));
        await workspace.SendTextAsync("+91 90000 10001");

        static (int Contacts, int Messages) Held(JsonNode workspace) => ((int)workspace["contacts"]!, (int)workspace["messages"]!);
    }

    [Fact]
    public async Task Customer_who_would_answer_into_a_full_workspace_is_left_out_and_that_is_told()
    {
        var workspace = await OpenAsync("alpha");
        var id = await workspace.SendTextAsync("+91 90000 00006");
        await FillAsync(workspace, held: 1);

        await workspace.AdvanceAsync();

        var message = (await workspace.GetAsync($"/_sandbox/messages/{id}")).Ok().Body!;
        Assert.Equal("READ", (string?)message["status"]);
        Refuses(Assert.Single(message["logs"]!.AsArray()), "The customer's answer was left out", "Limits:MaxMessages");
        Refuses((await LeftOutAsync(workspace))["reason"], "Limits:MaxMessages");
    }

    [Fact]
    public async Task Traffic_ends_when_the_workspace_is_full_and_that_is_told()
    {
        var workspace = await OpenAsync("alpha");
        (await workspace.PostAsync("/_sandbox/traffic", new JsonObject { ["contacts"] = 1 })).Ok();

        await workspace.AdvanceAsync("PT10M");

        Assert.Equal(Messages, (int)(await workspace.LookAsync())["messages"]!);
        Assert.Empty((await workspace.GetAsync("/_sandbox/traffic")).Ok().Body!["traffic"]!.AsArray());
        Assert.Equal(0, (int)(await workspace.GetAsync("/_sandbox/clock")).Ok().Body!["pendingTimers"]!);
        Refuses((await LeftOutAsync(workspace))["reason"], "Limits:MaxMessages");
    }

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

        var refused = await new TestWorkspace(_server.BaseAddress, "delta").PostAsync("/api/v1/message/send", TestWorkspace.Text());

        Refuses(refused.Is(HttpStatusCode.ServiceUnavailable).Error["description"], "Limits:MaxWorkspaces");
        (await new TestWorkspace(_server.BaseAddress, "alpha").GetAsync("/api/v1/config/channels")).Ok();
    }

    [Fact]
    public async Task Archive_that_holds_more_than_the_limits_changes_nothing()
    {
        await using var roomy = await MockServer.StartAsync(cancellationToken: TestWorkspace.Cancelled);
        var source = new TestWorkspace(roomy.BaseAddress, "source");
        await source.FreezeAsync();
        await FillAsync(source, upTo: Messages + 1);
        var archive = (await source.GetAsync("/_sandbox/export")).Ok().Body!;
        var workspace = await OpenAsync("alpha");
        var id = await workspace.SendTextAsync();

        var refused = await workspace.PostAsync("/_sandbox/import", archive);

        Refuses(refused.Is(HttpStatusCode.ServiceUnavailable).Body!["detail"], "Limits:MaxMessages");
        (await workspace.GetAsync($"/_sandbox/messages/{id}")).Ok();
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

    [Fact]
    public async Task Workspace_shows_what_it_holds_beside_its_limits()
    {
        var workspace = await OpenAsync("alpha");
        await workspace.SendTextAsync();

        var limits = (await workspace.LookAsync())["limits"]!.AsArray();

        Assert.Contains(limits, limit => limit!.ToJsonString() == $$"""{"what":"messages","held":1,"most":{{Messages}},"setting":"Limits:MaxMessages"}""");
        Assert.Contains(limits, limit => limit!.ToJsonString() == $$"""{"what":"contacts","held":1,"most":{{Contacts}},"setting":"Limits:MaxContacts"}""");
    }

    private static void Refuses(JsonNode? reason, params string[] words) =>
        Assert.All(words, word => Assert.Contains(word, (string?)reason, StringComparison.Ordinal));

    private static async Task FillAsync(TestWorkspace workspace, int held = 0, int upTo = Messages)
    {
        for (; held < upTo; held++)
        {
            await workspace.SendTextAsync();
        }
    }

    /// <summary>What the live feed tells of a message that was left out.</summary>
    private async Task<JsonNode> LeftOutAsync(TestWorkspace workspace)
    {
        using var client = new HttpClient { BaseAddress = _server.BaseAddress };
        client.DefaultRequestHeaders.Add("x-api-key", workspace.Key);
        using var reader = new StreamReader(await client.GetStreamAsync("/_sandbox/events?after=0", TestWorkspace.Cancelled));
        while (await reader.ReadLineAsync(TestWorkspace.Cancelled) is { } line)
        {
            if (line.StartsWith("data: ", StringComparison.Ordinal) && JsonNode.Parse(line[6..])! is var told && (string?)told["kind"] == "leftout")
            {
                return told;
            }
        }

        throw new EndOfStreamException();
    }

    private async Task<TestWorkspace> OpenAsync(string key)
    {
        var workspace = new TestWorkspace(_server.BaseAddress, key);
        await workspace.FreezeAsync();
        return workspace;
    }
}
