using System.Net;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Xunit;

namespace MockMessaging.Tests.Control;

/// <summary>Which request sent a message, which pushes followed, and what was responded to either.</summary>
public sealed class LinksTests(MockServer server)
{
    private const string Send = "/api/v1/message/send";

    [Fact]
    public async Task Request_message_and_push_name_each_other()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        var workspace = await server.NewWorkspaceAsync();
        await workspace.RegisterWebhookAsync(receiver.Url);
        var id = await workspace.SendTextAsync();
        await workspace.AdvanceAsync();

        var request = (await RequestsAsync(workspace))[^1]!;
        var message = (await workspace.GetAsync("/_sandbox/messages/" + id)).Ok().Body!;
        var push = (await workspace.PushesAsync($"?messageId={id}"))[0]!;

        Assert.Equal(id, (string?)request["messageIds"]![0]);
        Assert.Equal(
            ((int)request["number"]!, (string?)request["traceId"], "POST", Send, 200),
            ((int)message["request"]!["number"]!, (string?)message["request"]!["traceId"], (string?)message["request"]!["method"], (string?)message["request"]!["path"], (int)message["request"]!["status"]!));
        Assert.Equal((int)request["number"]!, (int)push["request"]!);
    }

    [Fact]
    public async Task Push_of_a_session_event_names_the_request_that_caused_it()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        var workspace = await server.NewWorkspaceAsync();
        await workspace.RegisterWebhookAsync(receiver.Url);
        var session = await workspace.SessionAsync();
        (await workspace.PostAsync("/api/v1/session/close", new JsonObject { ["sessionId"] = session })).Ok();
        await workspace.AdvanceAsync();

        var request = (await RequestsAsync(workspace)).Single(request => (string?)request!["path"] == "/api/v1/session/close")!;
        var push = (await workspace.PushesAsync("?type=events")).Single(push => (string?)push!["subject"] == "SESSION_CLOSED")!;
        Assert.Equal((int)request["number"]!, (int)push["request"]!);
    }

    [Fact]
    public async Task Message_of_a_customer_has_no_request()
    {
        var workspace = await server.NewWorkspaceAsync();
        var received = await workspace.CustomerWritesAsync();

        Assert.Null((await workspace.GetAsync("/_sandbox/messages/" + (string?)received["message"]!["id"])).Ok().Body!["request"]);
        Assert.Null(received["push"]!["request"]);
    }

    [Fact]
    public async Task Journal_has_what_was_responded()
    {
        var workspace = await server.NewWorkspaceAsync();
        var id = await workspace.SendTextAsync();
        (await workspace.PostAsync(Send, new JsonObject())).Is(HttpStatusCode.BadRequest);

        var requests = await RequestsAsync(workspace);

        Assert.Equal((id, false), ((string?)requests[0]!["answer"]!["results"]![0]!["id"], (bool)requests[0]!["answerCut"]!));
        Assert.Equal("PARAM_INVALID", (string?)requests[1]!["answer"]!["statusKey"]);
    }

    [Fact]
    public async Task Long_response_is_cut_and_says_so()
    {
        var workspace = await server.NewWorkspaceAsync();
        var templates = (await workspace.GetAsync("/api/v1/config/tmpl/hsm")).Ok();

        var request = Assert.Single(await RequestsAsync(workspace))!;

        Assert.True((bool)request["answerCut"]!);
        Assert.StartsWith((string?)request["answer"]!, templates.Text, StringComparison.Ordinal);
        Assert.InRange(System.Text.Encoding.UTF8.GetByteCount((string)request["answer"]!), 4_000, 4_096);
    }

    [Theory]
    [InlineData("""{"status":429,"body":{"slow":"down"}}""", """{"slow":"down"}""")]
    [InlineData("""{"status":500,"processed":true,"body":{"oh":"no"}}""", """{"oh":"no"}""")]
    public async Task Response_of_a_fault_is_what_was_sent(string effect, string response)
    {
        var workspace = await server.NewWorkspaceAsync();
        (await workspace.CallAsync(HttpMethod.Post, "/_sandbox/faults", $$"""{"effect":{{effect}}}""")).Ok();
        await workspace.RawAsync(Send, TestWorkspace.Text());

        Assert.Equal(response, Assert.Single(await RequestsAsync(workspace))!["answer"]!.ToJsonString());
    }

    [Fact]
    public async Task Response_that_repeats_the_request_is_in_the_journal()
    {
        var workspace = await server.NewWorkspaceAsync();
        var echo = (await workspace.RawAsync("/api/v1/message/receive", new JsonObject { ["contacts"] = new JsonArray() })).Ok();

        Assert.Equal(echo.Text, Assert.Single(await RequestsAsync(workspace))!["answer"]!.ToJsonString());
    }

    [Fact]
    public async Task Request_without_a_response_body_has_none()
    {
        var workspace = await server.NewWorkspaceAsync();
        await workspace.RawCallAsync(HttpMethod.Head, "/api/v1/config/channels");
        (await workspace.CallAsync(HttpMethod.Post, "/_sandbox/faults", """{"effect":{"reset":true,"processed":true}}""")).Ok();
        await Assert.ThrowsAsync<HttpRequestException>(() => workspace.PostAsync(Send, TestWorkspace.Text()));

        Assert.All(await RequestsAsync(workspace), request => Assert.Null(request!["answer"]));
    }

    [Fact]
    public async Task Keys_are_masked_in_responses()
    {
        var workspace = new TestWorkspace(server.BaseAddress, "very-secret-key-" + MockServer.NewKey());
        (await workspace.CallAsync(HttpMethod.Get, "/api/v1/" + workspace.Key, null)).Is(HttpStatusCode.NotFound);
        await workspace.RawAsync("/api/v1/message/receive", new JsonObject { ["note"] = workspace.Key }, ("x-verify-token", "token"));

        var requests = (await workspace.GetAsync("/_sandbox/requests")).Ok().Body!["requests"]!.AsArray();

        Assert.All(requests, request => Assert.DoesNotContain(workspace.Key!, request!["answer"]?.ToJsonString() ?? "", StringComparison.Ordinal));
        Assert.Contains("***", requests[0]!["answer"]!.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Responses_count_towards_the_bytes_of_the_journal()
    {
        await using var small = await MockServer.StartAsync(("Limits:RequestBytesKept", "6000"));
        var workspace = new TestWorkspace(small.BaseAddress, "mine");
        for (var number = 0; number < 3; number++)
        {
            (await workspace.GetAsync("/api/v1/config/tmpl/hsm")).Ok();
        }

        Assert.Equal(3, Assert.Single((await workspace.GetAsync("/_sandbox/requests")).Ok().Body!["requests"]!.AsArray(), request => true)!["number"]!.GetValue<int>());
    }

    [Theory]
    [InlineData("taken", "taken")]
    [InlineData("", null)]
    public async Task Receiver_that_takes_a_push_may_say_something(string said, string? shown)
    {
        await using var receiver = await WebhookReceiver.StartAsync(context => context.Response.WriteAsync(said));
        var workspace = await server.NewWorkspaceAsync();
        await workspace.RegisterWebhookAsync(receiver.Url);

        var push = (await workspace.CustomerWritesAsync())["push"]!;

        Assert.Equal(("delivered", shown), ((string?)push["state"], (string?)push["attempts"]![0]!["answer"]));
    }

    [Fact]
    public async Task Push_is_taken_although_the_body_of_the_response_never_ends()
    {
        var ending = new TaskCompletionSource();
        await using var receiver = await WebhookReceiver.StartAsync(async context =>
        {
            await context.Response.WriteAsync("never");
            await context.Response.Body.FlushAsync();
            await ending.Task;
        });
        var workspace = await server.NewWorkspaceAsync();
        await workspace.RegisterWebhookAsync(receiver.Url);

        var push = (await workspace.CustomerWritesAsync())["push"]!;
        ending.SetResult();

        Assert.Equal("delivered", (string?)push["state"]);
    }

    private static async Task<JsonArray> RequestsAsync(TestWorkspace workspace) =>
        [.. (await workspace.GetAsync("/_sandbox/requests")).Ok().Body!["requests"]!.AsArray().Where(request => (string?)request!["path"] != "/api/v1/config/webhook").Select(request => request!.DeepClone())];
}
