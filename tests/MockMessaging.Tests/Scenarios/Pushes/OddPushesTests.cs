using System.Text.Json.Nodes;
using MockMessaging.Tests.Behaviour;
using Xunit;

namespace MockMessaging.Tests.Scenarios.Pushes;

/// <summary>Pushes that real customers and channels cause and few apps expect; each is a bug report of such an app.</summary>
public sealed class OddPushesTests(MockServer server) : IAsyncLifetime
{
    private const string Inbound = "/_sandbox/inbound?wait=PT1M";

    private WebhookReceiver _receiver = null!;
    private TestWorkspace _workspace = null!;

    public async ValueTask InitializeAsync()
    {
        _receiver = await WebhookReceiver.StartAsync();
        _receiver.TakesAnything = true;
        _workspace = await server.InAsync(Steps.Documented, _receiver);
    }

    public ValueTask DisposeAsync() => _receiver.DisposeAsync();

    [Fact]
    public async Task Six_pictures_at_once_are_six_pushes_in_order()
    {
        var body = await PostAsync("""{"messages":[{"type":"image"},{"type":"image"},{"type":"image"},{"type":"image"},{"type":"image"},{"type":"image"}]}""");

        Assert.Equal((6, 6), (Messages.Select(Id).Distinct().Count(), body["pushes"]!.AsArray().Count));
        Assert.Equal(body["messages"]!.AsArray().Select(Id), Messages.Select(Id));
    }

    [Fact]
    public async Task Messages_of_different_types_come_in_one_push()
    {
        var body = await PostAsync("""{"messages":[{"text":{"body":"a"}},{"type":"image"},{"type":"reaction","content":{"reaction":{"emoji":"👍"}}}],"together":true}""");

        Assert.Equal(["text", "image", "reaction"], _receiver.All[^1].Body["messages"]!.AsArray().Select(message => (string?)message!["type"]));
        Assert.Single(body["pushes"]!.AsArray());
    }

    [Fact]
    public async Task Each_message_of_one_push_is_forwarded_and_found_by_its_id_and_replayed()
    {
        var body = await PostAsync("""{"messages":[{"text":{"body":"a"}},{"text":{"body":"b"}}],"together":true}""");

        foreach (var id in body["messages"]!.AsArray().Select(Id))
        {
            Assert.Equal("FORWARDED", (string?)(await _workspace.GetAsync($"/_sandbox/messages/{id}")).Ok().Body!["status"]);
            Assert.Equal((string?)body["push"]!["id"], (string?)(await _workspace.PushesAsync($"?messageId={id}"))[0]!["id"]);
        }

        (await _workspace.PostAsync($"/_sandbox/webhooks/{body["push"]!["id"]}/replay", new JsonObject())).Ok();
        Assert.Equal(_receiver.All[^2].Body.ToJsonString(), _receiver.All[^1].Body.ToJsonString());
    }

    [Fact]
    public async Task Same_message_comes_twice_under_another_id()
    {
        await PostAsync("""{"image":{"caption":"a"},"again":true}""");

        Assert.Equal((2, 1), (Messages.Select(Id).Distinct().Count(), Messages.Select(message => (string?)message["messageIdExt"]).Distinct().Count()));
        Assert.Equal(2, (await _workspace.TranscriptAsync(Messages[0]["session"]!)).Count(row => (string?)row!["attachments"]?[0]?["mediaCaption"] == "a"));
    }

    [Fact]
    public async Task Timestamps_come_in_seconds()
    {
        await FaultAsync("""{"target":{"type":"messages"},"effect":{"timestampsInSeconds":true}}""");
        await PostAsync("{}");
        await PostAsync("{}");

        Assert.Equal([10, 13], Messages.Select(message => $"{message["timestamp"]}".Length));
    }

    [Fact]
    public async Task Statuses_and_bodies_of_ones_own_come_in_seconds_and_without_profile_too()
    {
        await FaultAsync("""{"target":"webhooks","trigger":{"always":true},"effect":{"timestampsInSeconds":true,"withoutProfile":true}}""");
        await _workspace.SendTextAsync();
        await _workspace.AdvanceAsync("PT0.1S");
        (await _workspace.CallAsync(HttpMethod.Post, "/_sandbox/pushes?wait=PT1M", """{"body":{"messages":[{"timestamp":1795474728339},{"timestamp":1795474728},{"timestamp":"x"},5],"contacts":7}}""")).Ok();

        var status = _receiver.All.First(push => push.Body["statuses"] is not null).Item;
        Assert.Equal((10, null), ($"{status["timestamp"]}".Length, status["contact"]!["profile"]));
        Assert.Equal("""{"messages":[{"timestamp":1795474728},{"timestamp":1795474728},{"timestamp":"x"},5],"contacts":7}""", _receiver.All[^1].Body.ToJsonString());
    }

    [Fact]
    public async Task Contact_comes_without_name_or_without_profile()
    {
        await PostAsync("""{"from":{"phone":"+12025550188"}}""");
        Assert.Null(_receiver.All[^1].Body["contacts"]![0]!["profile"]!["name"]);
        await FaultAsync("""{"target":"webhooks","effect":{"withoutProfile":true}}""");
        await PostAsync("""{"from":{"phone":"+12025550188"}}""");
        Assert.Equal((null, "wa12025550188_918828218374"), (_receiver.All[^1].Body["contacts"]![0]!["profile"], (string?)_receiver.All[^1].Body["contacts"]![0]!["contactId"]));
    }

    [Theory]
    [InlineData("""{"referral":{"sourceType":"ads","sourceId":"7"}}""", "referral")]
    [InlineData("""{"tags":{"categories":["order"],"sentimentScore":1}}""", "tags")]
    [InlineData("""{"interactive":{"type":"nfm_reply","nfm_reply":{"response_json":"{\"size\":\"M\"}"}}}""", "interactive")]
    [InlineData("""{"form":{"reply_json":{"size":"M"}}}""", "form")]
    public async Task Referral_tags_and_flow_replies_come_as_given(string content, string property)
    {
        await PostAsync($$"""{"content":{{content}}}""");

        Assert.Equal(JsonNode.Parse(content)![property]!.ToJsonString(), Messages[^1][property]!.ToJsonString());
    }

    [Fact]
    public async Task Session_names_the_agent_and_the_team_in_charge()
    {
        await PostAsync("""{"content":{"session":{"assignedToAgent":"asha","assignedToDept":"SUPPORT"}}}""");

        var session = Messages[^1]["session"]!;
        Assert.Equal(("asha", "SUPPORT", 24), ((string?)session["assignedToAgent"], (string?)session["assignedToDept"], ((string)session["sessionId"]!).Length));
    }

    [Fact]
    public async Task Customer_with_another_spelling_of_the_number_is_another_contact_unless_the_contact_is_given()
    {
        await PostAsync("""{"from":{"phone":"+5491155550188"}}""");
        await PostAsync("""{"from":{"phone":"+541155550188"}}""");
        await PostAsync("""{"from":{"phone":"+541155550188","contactId":"wa5491155550177_918828218374"}}""");

        Assert.Equal(["wa5491155550188_918828218374", "wa541155550188_918828218374", "wa5491155550177_918828218374"], Messages.Select(message => (string?)message["contactId"]));
        Assert.Equal("541155550188", (string?)Messages[^1]["from"]);
    }

    [Fact]
    public async Task Status_of_a_message_that_nobody_sent_comes()
    {
        (await _workspace.CallAsync(HttpMethod.Post, "/_sandbox/pushes?wait=PT1M", """{"body":{"type":"statuses","statuses":[{"id":"000000000000000000000000","status":"READ"}]}}""")).Ok();

        Assert.Equal("000000000000000000000000", Id(_receiver.All[^1].Item));
    }

    private IReadOnlyList<JsonNode> Messages => [.. _receiver.All.Where(push => push.Body["messages"] is not null).SelectMany(push => push.Body["messages"]!.AsArray()).OfType<JsonNode>()];

    private static string? Id(JsonNode? item) => (string?)item!["id"];

    private async Task<JsonNode> PostAsync(string body) => (await _workspace.CallAsync(HttpMethod.Post, Inbound, body)).Ok().Body!;

    private async Task FaultAsync(string fault) => (await _workspace.CallAsync(HttpMethod.Post, "/_sandbox/faults", fault)).Ok();
}
