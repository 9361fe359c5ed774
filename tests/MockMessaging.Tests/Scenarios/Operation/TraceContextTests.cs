using System.Text.Json.Nodes;
using Xunit;

namespace MockMessaging.Tests.Scenarios;

/// <summary>Whoever sends a <c>traceparent</c> finds it again on every push the call causes, however late.</summary>
public sealed class TraceContextTests(MockServer server) : IDisposable
{
    private const string Parent = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
    private const string Other = "00-11111111111111111111111111111111-2222222222222222-00";
    private const string State = "vendor=opaque,second=1";

    private readonly string _folder = Directory.CreateTempSubdirectory("mock-messaging-").FullName;

    [Fact]
    public async Task Statuses_carry_the_trace_of_the_call_that_sent_the_message()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        var workspace = await NewWorkspaceAsync(receiver);
        await CallAsync(workspace, "/api/v1/message/send", TestWorkspace.Text(), Parent, State);
        await workspace.AdvanceAsync();

        Assert.Equal(["SENT", "DLVRD", "READ"], receiver.Subjects);
        Assert.All(receiver.All, push => Assert.Equal((Parent, State), (push.Headers["traceparent"], push.Headers["tracestate"])));
    }

    [Fact]
    public async Task Calls_without_a_trace_cause_pushes_without_one()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        var workspace = await NewWorkspaceAsync(receiver);
        await workspace.SendTextAsync("+91 98765 40006");
        await workspace.AdvanceAsync();
        await workspace.CustomerWritesAsync();

        Assert.True(receiver.All.Count > 4);
        Assert.All(receiver.All, push => Assert.DoesNotContain(push.Headers.Keys, name => name.StartsWith("trace", StringComparison.OrdinalIgnoreCase)));
    }

    [Theory]
    [InlineData("00-00000000000000000000000000000000-00f067aa0ba902b7-01")]
    [InlineData("ff-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01")]
    [InlineData("4bf92f3577b34da6a3ce929d0e0e4736")]
    public async Task Traces_that_are_not_valid_are_not_carried_on(string parent)
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        var workspace = await NewWorkspaceAsync(receiver);
        await CallAsync(workspace, "/api/v1/message/send", TestWorkspace.Text(), parent, State);
        await workspace.AdvanceAsync();

        Assert.Equal(3, receiver.All.Count);
        Assert.All(receiver.All, push => Assert.DoesNotContain(push.Headers.Keys, name => name.StartsWith("trace", StringComparison.OrdinalIgnoreCase)));
    }

    [Fact]
    public async Task State_that_cannot_be_sent_is_left_out_and_the_push_arrives()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        var workspace = await NewWorkspaceAsync(receiver);
        await CallAsync(workspace, "/api/v1/message/send", TestWorkspace.Text(), Parent, "a=" + new string('x', 600));
        await workspace.AdvanceAsync();

        Assert.Equal(3, receiver.All.Count);
        Assert.All(receiver.All, push => Assert.Equal((Parent, false), (push.Headers["traceparent"], push.Headers.ContainsKey("tracestate"))));
    }

    [Fact]
    public async Task What_a_customer_answers_carries_the_trace_of_the_message_it_answers()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        var workspace = await NewWorkspaceAsync(receiver);
        await CallAsync(workspace, "/api/v1/message/send", TestWorkspace.Text("+91 98765 40006"), Parent);
        await workspace.AdvanceAsync();

        Assert.Contains(receiver.All, push => push.Type == "messages");
        Assert.All(receiver.All, push => Assert.Equal(Parent, push.Headers["traceparent"]));
    }

    [Fact]
    public async Task Customers_messages_and_the_session_they_open_carry_the_trace_of_the_call_that_lets_them_write()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        var workspace = await NewWorkspaceAsync(receiver);
        await CallAsync(workspace, "/_sandbox/inbound?wait=PT1M", new JsonObject(), Parent);

        Assert.Equal(["events", "messages"], receiver.All.Select(push => push.Type));
        Assert.All(receiver.All, push => Assert.Equal(Parent, push.Headers["traceparent"]));
    }

    [Fact]
    public async Task Session_events_carry_the_trace_of_the_call_that_changed_the_session()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        var workspace = await NewWorkspaceAsync(receiver);
        var session = await workspace.SessionAsync();
        var before = receiver.All.Count;
        await CallAsync(workspace, "/api/v1/session/close", new JsonObject { ["sessionId"] = session }, Parent);
        await workspace.GetAsync("/_sandbox/wait/push?push=SESSION_CLOSED");

        var caused = receiver.All.Skip(before).ToList();
        Assert.NotEmpty(caused);
        Assert.All(caused, push => Assert.Equal(Parent, push.Headers["traceparent"]));
    }

    [Fact]
    public async Task Customers_who_write_by_themselves_carry_the_trace_of_the_call_that_started_them()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        var workspace = await NewWorkspaceAsync(receiver);
        await CallAsync(workspace, "/_sandbox/traffic", new JsonObject { ["contacts"] = 2, ["inboundPerMinute"] = 60, ["for"] = "PT10S" }, Parent);
        await workspace.AdvanceAsync("PT11S");

        Assert.Contains(receiver.All, push => push.Type == "messages");
        Assert.All(receiver.All, push => Assert.Equal(Parent, push.Headers["traceparent"]));
    }

    [Fact]
    public async Task Retries_keep_the_trace_and_replays_take_that_of_their_own_call()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        var refusals = 1;
        receiver.Answer = context =>
        {
            context.Response.StatusCode = Interlocked.Decrement(ref refusals) >= 0 ? 500 : 200;
            return Task.CompletedTask;
        };
        await using var retrying = await MockServer.StartAsync(("Webhooks:Retries", "PT1S"));
        var workspace = new TestWorkspace(retrying.BaseAddress, MockServer.NewKey());
        await workspace.FreezeAsync();
        await workspace.RegisterWebhookAsync(receiver.Url);
        await CallAsync(workspace, "/api/v1/message/send", TestWorkspace.Text(), Parent);
        await workspace.AdvanceAsync();
        var first = receiver.All[0];
        Assert.Equal(4, receiver.All.Count);
        Assert.Equal(2, receiver.All.Count(push => push.Headers["x-sandbox-push-id"] == first.Headers["x-sandbox-push-id"]));
        Assert.All(receiver.All, push => Assert.Equal(Parent, push.Headers["traceparent"]));

        var replay = $"/_sandbox/webhooks/{first.Headers["x-sandbox-push-id"]}/replay";
        await CallAsync(workspace, replay, new JsonObject(), Other);
        await workspace.PostAsync(replay, new JsonObject());

        Assert.Equal([Other, Parent], receiver.All.Skip(4).Select(push => push.Headers["traceparent"]));
    }

    [Fact]
    public async Task Forced_status_carries_the_trace_of_its_own_call()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        var workspace = await NewWorkspaceAsync(receiver);
        var sent = await CallAsync(workspace, "/api/v1/message/send", TestWorkspace.Text(), Parent);
        await CallAsync(workspace, $"/_sandbox/messages/{sent.Results[0]!["id"]}/status?wait=PT1M", new JsonObject { ["status"] = "FAILD" }, Other);

        Assert.Equal(Other, Assert.Single(receiver.All).Headers["traceparent"]);
    }

    [Fact]
    public async Task Question_who_a_contact_is_carries_the_trace_of_the_call_that_raises_it()
    {
        var traces = new System.Collections.Concurrent.ConcurrentQueue<string?>();
        await using var business = await RawListener.StartAsync(request => traces.Enqueue(request.Headers.TraceParent));
        await using var asking = await MockServer.StartAsync(("Webhooks:ContactInfoUrl", business.Url));
        var workspace = new TestWorkspace(asking.BaseAddress, MockServer.NewKey());
        await CallAsync(workspace, "/_sandbox/inbound?wait=PT1M", new JsonObject(), Parent);
        await workspace.GetAsync("/_sandbox/wait/push?push=contact/info");
        await workspace.RawAsync("/api/v1/contact/info", new JsonObject { ["contactId"] = "4711" }, ("traceparent", Other));

        Assert.Equal([Parent, Other], traces);
    }

    [Fact]
    public async Task Statuses_and_pushes_of_before_a_restart_keep_their_trace()
    {
        (string, string)[] settings = [("Storage:Path", Path.Combine(_folder, "data.db")), ("Webhooks:Retries", "PT10S")];
        await using var receiver = await WebhookReceiver.StartAsync();
        receiver.Answer = static context =>
        {
            context.Response.StatusCode = 500;
            return Task.CompletedTask;
        };
        await using (var first = await MockServer.StartAsync(settings))
        {
            var workspace = new TestWorkspace(first.BaseAddress, "mine");
            await workspace.FreezeAsync();
            await workspace.RegisterWebhookAsync(receiver.Url);
            await CallAsync(workspace, "/api/v1/message/send", TestWorkspace.Text(), Parent, State);
            await workspace.AdvanceAsync("PT0.1S");
        }

        receiver.Answer = static _ => Task.CompletedTask;
        await using (var second = await MockServer.StartAsync(settings))
        {
            await new TestWorkspace(second.BaseAddress, "mine").AdvanceAsync("PT20S");
        }

        Assert.Equal(["SENT", "SENT", "DLVRD", "READ"], receiver.Subjects);
        Assert.All(receiver.All, push => Assert.Equal((Parent, State), (push.Headers["traceparent"], push.Headers["tracestate"])));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static Task<Answer> CallAsync(TestWorkspace workspace, string path, JsonNode body, string parent, string? state = null) =>
        workspace.CallAsync(
            HttpMethod.Post, path, body.ToJsonString(), "application/json",
            state is null ? [("traceparent", parent)] : [("traceparent", parent), ("tracestate", state)]);

    private async Task<TestWorkspace> NewWorkspaceAsync(WebhookReceiver receiver)
    {
        var workspace = await server.NewWorkspaceAsync();
        await workspace.RegisterWebhookAsync(receiver.Url);
        return workspace;
    }
}
