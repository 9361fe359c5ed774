using System.Net;
using System.Text.Json.Nodes;
using Xunit;

namespace MockMessaging.Tests.Control;

/// <summary>A fault is shown as it was made, and refused if it could never hit anything.</summary>
public sealed class FaultConditionsTests(MockServer server)
{
    [Theory]
    [InlineData("""{}""", "effect")]
    [InlineData("""{"effect":{}}""", "effect")]
    [InlineData("""{"effect":{"status":200}}""", "effect")]
    [InlineData("""{"target":{"method":"POST"},"effect":{"duplicate":1}}""", "effect")]
    [InlineData("""{"target":"webhooks","effect":{"status":503}}""", "effect")]
    [InlineData("""{"target":"everything","effect":{"status":503}}""", "target")]
    [InlineData("""{"target":{"route":"/"},"effect":{"status":503}}""", "target.route")]
    [InlineData("""{"trigger":{"next":1,"every":2},"effect":{"status":503}}""", "trigger")]
    [InlineData("""{"effect":{"delay":"later"}}""", "effect.delay")]
    [InlineData("""{"target":{"path":"/api/v1/mesage/send"},"effect":{"status":503}}""", "target.path")]
    [InlineData("""{"target":{"path":"/api/v2/*"},"effect":{"status":503}}""", "target.path")]
    [InlineData("""{"target":{"path":"/api/v1/message/send?x=y"},"effect":{"status":503}}""", "target.path")]
    [InlineData("""{"target":{"method":"GET","path":"/api/v1/message/send"},"effect":{"status":503}}""", "target.method")]
    [InlineData("""{"target":{"method":"DELETE"},"effect":{"status":503}}""", "target.method")]
    [InlineData("""{"target":{"method":"PSOT"},"effect":{"status":503}}""", "target.method")]
    [InlineData("""{"target":{"webhooks":true,"status":"DELIVERED"},"effect":{"drop":true}}""", "target.status")]
    [InlineData("""{"target":{"webhooks":true,"type":"statuses","status":"SESSION_ROUTED"},"effect":{"drop":true}}""", "target.status")]
    [InlineData("""{"target":{"webhooks":true,"type":"event"},"effect":{"drop":true}}""", "target.type")]
    [InlineData("""{"target":{"webhooks":"yes"},"effect":{"drop":true}}""", "target.webhooks")]
    [InlineData("""{"target":{"webhooks":true,"path":"/api/v1/message/send"},"effect":{"drop":true}}""", "target")]
    [InlineData("""{"target":{"type":"messages"},"effect":{"beforeTheAnswer":true}}""", "target.type")]
    public async Task Fault_that_makes_no_sense_is_refused_by_field(string fault, string field)
    {
        var workspace = await server.NewWorkspaceAsync();

        var refused = (await workspace.CallAsync(HttpMethod.Post, "/_sandbox/faults", fault)).Is(HttpStatusCode.BadRequest);

        Assert.Equal(field, (string?)refused.Body!["field"]);
    }

    [Theory]
    [InlineData("""{"target":{"method":"POST","path":"/api/v1/message/send"},"trigger":{"next":2},"effect":{"status":429,"retryAfter":"PT30S","body":{"slow":"down"}},"ttl":"PT1M"}""")]
    [InlineData("""{"target":{"webhooks":true,"type":"statuses","status":"SENT","contactId":"wa1"},"trigger":{"probability":0.5},"effect":{"delay":"PT1H","duplicate":2,"corrupt":true}}""")]
    [InlineData("""{"target":{},"trigger":{"always":true},"effect":{"reset":true,"processed":true}}""")]
    public async Task Fault_is_shown_as_it_could_be_posted_again(string fault)
    {
        var workspace = await server.NewWorkspaceAsync();
        var wanted = JsonNode.Parse(fault)!.AsObject();
        await AddAsync(workspace, fault);

        var shown = (await workspace.GetAsync("/_sandbox/faults")).Ok().Body!["faults"]![0]!;

        Assert.All(wanted, field => Assert.True(JsonNode.DeepEquals(field.Value, shown[field.Key]), shown.ToJsonString()));
    }

    [Fact]
    public async Task Fault_shows_what_is_left_of_it()
    {
        var workspace = await server.NewWorkspaceAsync();
        await AddAsync(workspace, """{"trigger":{"next":2},"effect":{"status":503},"ttl":"PT1M"}""");
        await workspace.GetAsync("/api/v1/config/channels");
        await workspace.AdvanceAsync("PT20S");

        var shown = (await workspace.GetAsync("/_sandbox/faults")).Ok().Body!["faults"]![0]!;

        Assert.Equal((1, "PT40S", false), ((int)shown["remaining"]!, (string?)shown["ttl"], (bool)shown["spent"]!));
    }

    private static async Task AddAsync(TestWorkspace workspace, string fault) => (await workspace.PostAsync("/_sandbox/faults", JsonNode.Parse(fault)!)).Ok();
}
