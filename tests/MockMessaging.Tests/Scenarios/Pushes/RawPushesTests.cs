using System.Net;
using System.Text.Json.Nodes;
using MockMessaging.Tests.Behaviour;
using Xunit;

namespace MockMessaging.Tests.Scenarios.Pushes;

/// <summary>Pushes with a body of one's own.</summary>
public sealed class RawPushesTests(MockServer server) : IDisposable
{
    private const string Route = "/_sandbox/pushes?wait=PT1M";
    private const string Contact = "wa919876543210_918828218374";

    private readonly string _folder = Directory.CreateTempSubdirectory("mock-messaging-").FullName;

    [Theory]
    [InlineData("""{"type":"reactions","reactions":[{"emoji":"👍"}]}""")]
    [InlineData("""{"type":"statuses","statuses":[{"id":"000000000000000000000000","status":"DLVRD"}]}""")]
    [InlineData("""{"messages":[{"type":"text"},{"type":"image"}],"statuses":[{"status":"READ"}],"at":null,"n":1.50}""")]
    [InlineData("""[1,[],{"a":null}]""")]
    [InlineData("\"text\"")]
    [InlineData("0")]
    [InlineData("false")]
    public async Task Any_json_arrives_as_it_is(string body)
    {
        await using var receiver = await LenientAsync();
        var workspace = await server.InAsync(Steps.Documented, receiver);

        var push = (await workspace.CallAsync(HttpMethod.Post, Route, $$"""{"app":"my_bot","body":{{body}}}""")).Ok().Body!;

        Assert.Equal(("raw", "raw", "delivered", ""), ((string?)push["type"], (string?)push["subject"], (string?)push["state"], (string?)push["contactId"]));
        Assert.Equal(Text(JsonNode.Parse(body)!), Text((await receiver.NextAsync()).Body));
        Assert.Equal(Text(JsonNode.Parse(body)!), Text((await workspace.GetAsync($"/_sandbox/webhooks/{push["id"]}")).Ok().Body!["body"]!));
    }

    [Fact]
    public async Task Escapes_and_blanks_arrive_as_they_were_written()
    {
        await using var receiver = new WireListener();
        var workspace = await server.NewWorkspaceAsync();
        await workspace.RegisterWebhookAsync(receiver.Url);

        const string Body = """{"a" : "\u00e9\/" , "n":1.50}""";

        (await workspace.CallAsync(HttpMethod.Post, Route, $$"""{ "body" : {{Body}} }""")).Ok();

        Assert.Contains($"Content-Length: {Body.Length}\r\n", Assert.Single(receiver.Heads), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Body_as_deep_as_a_request_may_be_can_be_read_back()
    {
        var workspace = await server.NewWorkspaceAsync();
        var (deepest, deeper) = (Nested(MockMessaging.Contract.ContractJsonOptions.DeepestRequest - 1), Nested(MockMessaging.Contract.ContractJsonOptions.DeepestRequest));

        var push = (await workspace.CallAsync(HttpMethod.Post, Route, $$"""{"body":{{deepest}}}""")).Ok().Body!;

        (await workspace.CallAsync(HttpMethod.Post, Route, $$"""{"body":{{deeper}}}""")).Is(HttpStatusCode.BadRequest);
        Assert.Equal(deepest, (await workspace.GetAsync($"/_sandbox/webhooks/{push["id"]}")).Ok().Body!["body"]!.ToJsonString());
        Assert.Equal(deepest, (await workspace.GetAsync("/_sandbox/outbox")).Ok().Body!["pushes"]![0]!["body"]!.ToJsonString());
    }

    [Theory]
    [InlineData("{}", "body", "body is missing")]
    [InlineData("""{"body":null}""", "body", "body is missing")]
    [InlineData("""{"app":"my_bt","body":{}}""", "app", "did you mean 'my_bot'?")]
    public async Task Push_without_body_or_to_an_app_that_is_not_there_is_refused(string body, string field, string why)
    {
        var refused = (await (await server.NewWorkspaceAsync()).CallAsync(HttpMethod.Post, Route, body)).Is(HttpStatusCode.BadRequest).Body!;

        Assert.Equal(field, (string?)refused["field"]);
        Assert.Contains(why, (string?)refused["detail"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"body":{"n":1},"contactId":"wa919876543210_918828218374"}""")]
    [InlineData("""{"body":{"contacts":[{"contactId":"wa919876543210_918828218374"}]}}""")]
    public async Task Push_waits_for_the_earlier_one_of_its_contact(string body)
    {
        var held = new TaskCompletionSource();
        await using var receiver = await LenientAsync();
        receiver.Answer = context => receiver.All.Count == 3 ? held.Task : Task.CompletedTask;
        var workspace = await server.InAsync(Steps.Documented, receiver);
        await workspace.ConversationAsync();

        var first = workspace.CustomerWritesAsync();
        await ArrivedAsync(receiver, 3);
        var cursor = (long)(await workspace.GetAsync("/_sandbox/outbox")).Ok().Body!["next"]!;
        var second = workspace.CallAsync(HttpMethod.Post, Route, body);
        Assert.Single((await workspace.GetAsync($"/_sandbox/outbox?after={cursor}&wait=PT20S")).Ok().Body!["pushes"]!.AsArray());
        var other = (await workspace.CallAsync(HttpMethod.Post, Route, """{"body":{"n":2},"contactId":"other"}""")).Ok();

        Assert.Equal(2, (int)receiver.All[^1].Body["n"]!);
        Assert.False(second.IsCompleted);
        held.SetResult();
        await first;
        Assert.Equal("delivered", (string?)(await second).Ok().Body!["state"]);
        Assert.Equal(Contact, (string?)(await second).Body!["contactId"]);
    }

    [Fact]
    public async Task Without_a_webhook_it_is_skipped_with_the_reason_and_is_in_the_outbox()
    {
        var workspace = await server.NewWorkspaceAsync();

        var push = (await workspace.CallAsync(HttpMethod.Post, Route, """{"body":{"n":1}}""")).Ok().Body!;

        Assert.Equal("skipped", (string?)push["state"]);
        Assert.Contains("has no webhook", (string?)push["reason"], StringComparison.Ordinal);
        var item = (await workspace.GetAsync("/_sandbox/outbox")).Ok().Body!["pushes"]![0]!;
        Assert.Equal(("raw", 1), ((string?)item["type"], (int)item["body"]!["n"]!));
    }

    [Fact]
    public async Task Fault_hits_it_and_a_replay_sends_it_again_and_a_wait_finds_it()
    {
        await using var receiver = await LenientAsync();
        var workspace = await server.InAsync(Steps.Documented, receiver);
        (await workspace.CallAsync(HttpMethod.Post, "/_sandbox/faults", """{"name":"lost","target":{"type":"raw"},"effect":{"drop":true}}""")).Ok();

        var dropped = (await workspace.CallAsync(HttpMethod.Post, Route, """{"body":{"n":1}}""")).Ok().Body!;
        (await workspace.PostAsync($"/_sandbox/webhooks/{dropped["id"]}/replay", new JsonObject())).Ok();

        Assert.Equal(("lost", 1), ((string?)dropped["fault"], (int)Assert.Single(receiver.All).Body["n"]!));
        (await workspace.GetAsync("/_sandbox/wait/push?push=raw")).Ok();
        Assert.Equal(2, (await workspace.PushesAsync("?type=raw")).Count);
    }

    [Fact]
    public async Task It_is_tried_again_and_survives_a_restart()
    {
        await using var receiver = await LenientAsync();
        receiver.Answer = context =>
        {
            context.Response.StatusCode = 500;
            return Task.CompletedTask;
        };
        await using (var first = await StoredAsync())
        {
            var workspace = new TestWorkspace(first.BaseAddress, "mine");
            await workspace.FreezeAsync();
            await workspace.RegisterWebhookAsync(receiver.Url);
            Assert.Equal("retrying", (string?)(await workspace.CallAsync(HttpMethod.Post, Route, """{"body":[1.50,"é\ud83d\udc4d"],"contactId":"c"}""")).Ok().Body!["state"]);
        }

        receiver.Answer = static _ => Task.CompletedTask;
        await using var second = await StoredAsync();
        (await new TestWorkspace(second.BaseAddress, "mine").GetAsync("/_sandbox/wait/push?push=raw&contactId=c")).Ok();

        Assert.Equal(2, receiver.All.Count);
        Assert.All(receiver.All, push => Assert.Equal((1.50m, "é👍"), ((decimal)push.Body[0]!, (string?)push.Body[1])));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static async Task<WebhookReceiver> LenientAsync()
    {
        var receiver = await WebhookReceiver.StartAsync();
        receiver.TakesAnything = true;
        return receiver;
    }

    private static async Task ArrivedAsync(WebhookReceiver receiver, int count)
    {
        for (var arrived = 0; arrived < count; arrived++)
        {
            await receiver.NextAsync();
        }
    }

    private static string Nested(int levels) => new string('[', levels) + new string(']', levels);

    private static string Text(JsonNode body) => body.ToJsonString(MockMessaging.Contract.ContractJsonOptions.Sparse);

    private Task<InProcessServer> StoredAsync() => MockServer.StartAsync(
        options =>
        {
            options.Storage.Path = Path.Combine(_folder, "data.db");
            options.Webhooks.Retries = "PT1H";
        },
        TestWorkspace.Cancelled);
}
