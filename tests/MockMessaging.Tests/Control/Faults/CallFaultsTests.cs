using System.Net;
using System.Text.Json.Nodes;
using Xunit;

namespace MockMessaging.Tests.Control;

/// <summary>Faults of calls, and when a fault hits.</summary>
public sealed class CallFaultsTests(MockServer server)
{
    private const string Send = "/api/v1/message/send";

    [Fact]
    public async Task Call_is_refused_as_often_as_said_and_then_works()
    {
        var workspace = await server.NewWorkspaceAsync();
        await AddAsync(workspace, """{"name":"flaky","target":{"method":"POST","path":"/api/v1/message/send"},"trigger":{"next":2},"effect":{"status":503}}""");

        var first = await workspace.PostAsync(Send, TestWorkspace.Text());
        (await workspace.GetAsync("/api/v1/config/channels")).Ok();
        var second = await workspace.PostAsync(Send, TestWorkspace.Text());
        var third = await workspace.PostAsync(Send, TestWorkspace.Text());

        Assert.Equal((HttpStatusCode.ServiceUnavailable, HttpStatusCode.ServiceUnavailable, HttpStatusCode.OK), (first.Status, second.Status, third.Status));
        Assert.Equal(("flaky", "SERVICE_UNAVAILABLE", null), (first.Header("X-Sandbox-Fault"), (string?)first.Body!["statusKey"], third.Header("X-Sandbox-Fault")));
        var fault = (await workspace.GetAsync("/_sandbox/faults")).Ok().Body!["faults"]![0]!;
        Assert.Equal((2, 0, true), ((int)fault["struck"]!, (int)fault["remaining"]!, (bool)fault["spent"]!));
        Assert.Single((await workspace.LookAsync())["apps"]!.AsArray(), app => (bool)app!["default"]!);
    }

    [Fact]
    public async Task Call_is_throttled_with_Retry_After_and_a_body_of_choice()
    {
        var workspace = await server.NewWorkspaceAsync();
        await AddAsync(workspace, """{"effect":{"status":429,"retryAfter":"PT30S","body":{"slow":"down"}}}""");

        var throttled = (await workspace.GetAsync("/api/v1/config/channels")).Is(HttpStatusCode.TooManyRequests);

        Assert.Equal(("30", "down"), (throttled.Header("Retry-After"), (string?)throttled.Body!["slow"]));
    }

    [Theory]
    [InlineData("""{"reset":true}""", 0)]
    [InlineData("""{"reset":true,"processed":true}""", 1)]
    [InlineData("""{"truncate":true}""", 1)]
    public async Task Connection_breaks_with_or_without_the_call_taking_effect(string effect, int messages)
    {
        var workspace = await server.NewWorkspaceAsync();
        await AddAsync(workspace, $$"""{"effect":{{effect}}}""");

        await Assert.ThrowsAsync<HttpRequestException>(() => workspace.PostAsync(Send, TestWorkspace.Text()));

        Assert.Equal(messages, (await workspace.GetAsync("/_sandbox/messages?contactId=wa919876543210_918828218374")).Ok().Body!["messages"]!.AsArray().Count);
    }

    [Fact]
    public async Task Response_that_is_broken_off_arrives_by_half()
    {
        var workspace = await server.NewWorkspaceAsync();
        await AddAsync(workspace, """{"effect":{"truncate":true}}""");
        using var client = new HttpClient { BaseAddress = server.BaseAddress };
        client.DefaultRequestHeaders.Add("x-api-key", workspace.Key);

        using var response = await client.GetAsync(new Uri("/api/v1/config/channels", UriKind.Relative), HttpCompletionOption.ResponseHeadersRead, TestWorkspace.Cancelled);
        await using var body = await response.Content.ReadAsStreamAsync(TestWorkspace.Cancelled);
        var received = new MemoryStream();
        // The end is a reset where a load balancer is between.
        await Assert.ThrowsAnyAsync<IOException>(() => body.CopyToAsync(received, TestWorkspace.Cancelled));

        Assert.Equal((HttpStatusCode.OK, response.Content.Headers.ContentLength / 2), (response.StatusCode, received.Length));
    }

    [Fact]
    public async Task Refused_call_may_have_taken_effect()
    {
        var workspace = await server.NewWorkspaceAsync();
        await AddAsync(workspace, """{"effect":{"status":500,"processed":true}}""");

        (await workspace.PostAsync(Send, TestWorkspace.Text())).Is(HttpStatusCode.InternalServerError);

        Assert.Single((await workspace.GetAsync("/_sandbox/messages?contactId=wa919876543210_918828218374")).Ok().Body!["messages"]!.AsArray());
    }

    [Fact]
    public async Task Slow_call_is_answered_as_usual()
    {
        var workspace = await server.NewWorkspaceAsync();
        await AddAsync(workspace, """{"name":"slow","effect":{"delay":"PT0.02S"}}""");

        Assert.Equal("slow", (await workspace.GetAsync("/api/v1/config/channels")).Ok().Header("X-Sandbox-Fault"));
    }

    [Fact]
    public async Task Fault_ends_with_its_time()
    {
        var workspace = await server.NewWorkspaceAsync();
        await AddAsync(workspace, """{"trigger":{"always":true},"effect":{"status":500},"ttl":"PT1M"}""");
        (await workspace.GetAsync("/api/v1/config/channels")).Is(HttpStatusCode.InternalServerError);

        await workspace.AdvanceAsync("PT1M");

        (await workspace.GetAsync("/api/v1/config/channels")).Ok();
    }

    [Fact]
    public async Task Probability_falls_the_same_way_each_time()
    {
        var first = await FallsAsync();
        var second = await FallsAsync();

        Assert.Equal(first, second);
        Assert.InRange(first.Count(fell => fell), 1, 39);
    }

    [Fact]
    public async Task Removed_fault_strikes_no_more()
    {
        var workspace = await server.NewWorkspaceAsync();
        await AddAsync(workspace, """{"name":"mine","trigger":{"always":true},"effect":{"status":500}}""");
        (await workspace.CallAsync(HttpMethod.Delete, "/_sandbox/faults/mine", null)).Is(HttpStatusCode.NoContent);

        (await workspace.GetAsync("/api/v1/config/channels")).Ok();
    }

    private async Task<IReadOnlyList<bool>> FallsAsync()
    {
        var workspace = await server.NewWorkspaceAsync();
        (await workspace.CallAsync(HttpMethod.Patch, "/_sandbox/workspace", """{"seed":7}""")).Ok();
        await AddAsync(workspace, """{"name":"dice","trigger":{"probability":0.3},"effect":{"status":500}}""");
        var falls = new List<bool>();
        for (var call = 0; call < 40; call++)
        {
            falls.Add((await workspace.GetAsync("/api/v1/config/channels")).Status != HttpStatusCode.OK);
        }

        return falls;
    }

    private static async Task AddAsync(TestWorkspace workspace, string fault) => (await workspace.PostAsync("/_sandbox/faults", JsonNode.Parse(fault)!)).Ok();
}
