using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using MockMessaging.Tool;
using Xunit;

namespace MockMessaging.Tests.Tool;

/// <summary>Pushes that the command brings to a port of this machine.</summary>
public sealed class ListenTests(MockServer server)
{
    [Fact]
    public async Task Each_push_is_posted_in_order_and_has_a_line()
    {
        var workspace = await server.NewWorkspaceAsync();
        await workspace.CustomerWritesAsync();
        await using var receiver = await WebhookReceiver.StartAsync();
        await using var listen = await StartAsync(workspace, receiver.Url);
        var id = await workspace.SendTextAsync();
        await workspace.AdvanceAsync();

        string[] lines = [await listen.NextAsync(), await listen.NextAsync(), await listen.NextAsync()];

        Assert.Equal(["SENT", "DLVRD", "READ"], receiver.Subjects);
        Assert.All(lines.Zip(["SENT", "DLVRD", "READ"]), line => Assert.Matches(
            $"^[0-9:]{{8}}\\.[0-9]{{3}}  {line.Second} +wa919876543210_918828218374  +{id}  200  [0-9]+ ms$", line.First));
        Assert.Equal(ExitCode.Done, await listen.StopAsync());
        Assert.Equal("3 pushes posted, 0 of them not accepted.", await listen.NoteAsync());
    }

    [Theory]
    [InlineData("documented")]
    [InlineData("production")]
    public async Task Body_and_headers_are_those_of_the_webhook(string fidelity)
    {
        var workspace = await server.NewWorkspaceAsync();
        var headers = new List<string>();
        await using var webhook = await RawListener.StartAsync(Note);
        await workspace.RegisterWebhookAsync(webhook.Url);
        (await workspace.CallAsync(HttpMethod.Patch, "/_sandbox/workspace", $$"""{"fidelity":"{{fidelity}}"}""")).Ok();
        await workspace.CustomerWritesAsync(JsonNode.Parse("""{"text":{"body":"Größe <M> für \"Ä\" 😀 & 'x' \u0001?"},"content":{"number":1.50,"large":12345678901234567890}}"""));
        await workspace.RawAsync("/api/v1/message/send", TestWorkspace.Text());
        await workspace.AdvanceAsync();
        await workspace.CallAsync(HttpMethod.Post, "/_sandbox/pushes?wait=PT1M", """{"body":{"type":"neu ä","numbers":[1e3,0.10]}}""");
        var expected = Sorted();
        headers.Clear();
        await using var receiver = await RawListener.StartAsync(Note);

        var (code, _, _) = await ToolRun.RunAsync(workspace, "listen", "--once", "--forward", receiver.Url);

        Assert.Equal(ExitCode.Done, code);
        Assert.Equal(webhook.Bodies.Order(StringComparer.Ordinal), receiver.Bodies.Order(StringComparer.Ordinal));
        Assert.Equal(expected, Sorted());

        // The order of pushes to different contacts is not fixed.
        List<string> Sorted() => [.. headers.Order(StringComparer.Ordinal)];
        void Note(HttpRequest request) => headers.Add(request.Protocol + string.Concat(request.Headers.Where(header => header.Key != "Host").OrderBy(header => header.Key, StringComparer.Ordinal).Select(header => $" {header.Key}={header.Value}")));
    }

    [Fact]
    public async Task Dead_receiver_holds_the_pushes_until_it_is_back()
    {
        var workspace = await server.NewWorkspaceAsync();
        var first = await WebhookReceiver.StartAsync();
        await workspace.CustomerWritesAsync();
        await using var listen = await StartAsync(workspace, first.Url);
        await workspace.CustomerWritesAsync();
        Assert.Contains("  200  ", await listen.NextAsync(), StringComparison.Ordinal);
        await first.DisposeAsync();
        await workspace.SendTextAsync();
        await workspace.AdvanceAsync();

        Assert.StartsWith($"{first.Url} does not respond: Connection refused", await listen.NoteAsync(), StringComparison.Ordinal);
        Assert.Equal(TimeSpan.FromMilliseconds(250), await listen.PauseAsync());
        listen.GoOn();
        Assert.Equal(TimeSpan.FromMilliseconds(500), await listen.PauseAsync());
        await using var second = await WebhookReceiver.StartAsync(url: first.Url);
        listen.GoOn();

        Assert.EndsWith(" after 3 tries", await listen.NextAsync(), StringComparison.Ordinal);
        await listen.NextAsync();
        await listen.NextAsync();
        Assert.Equal(["SENT", "DLVRD", "READ"], second.Subjects);
    }

    [Fact]
    public async Task Receiver_that_breaks_off_gets_the_same_push_again()
    {
        var workspace = await server.NewWorkspaceAsync();
        await using var receiver = await WebhookReceiver.StartAsync(context =>
        {
            context.Abort();
            return Task.CompletedTask;
        });
        await workspace.CustomerWritesAsync();
        await using var listen = await StartAsync(workspace, receiver.Url);
        await workspace.CustomerWritesAsync();
        await listen.PauseAsync();
        receiver.Answer = static _ => Task.CompletedTask;
        listen.GoOn();

        Assert.EndsWith(" after 2 tries", await listen.NextAsync(), StringComparison.Ordinal);
        Assert.Single(receiver.All.DistinctBy(push => push.Headers["x-sandbox-push-id"]));
    }

    [Fact]
    public async Task Refusals_and_redirects_are_shown_and_the_next_push_follows()
    {
        var workspace = await server.NewWorkspaceAsync();
        var statuses = new Queue<int>([500, 302, 204]);
        await using var receiver = await WebhookReceiver.StartAsync(context =>
        {
            context.Response.StatusCode = statuses.Dequeue();
            context.Response.Headers.Location = context.Response.StatusCode == 302 ? "/login" : default(string);
            return Task.CompletedTask;
        });
        await workspace.SendTextAsync();
        await workspace.AdvanceAsync();

        var (code, results, error) = await ToolRun.RunAsync(workspace, "listen", "--forward", receiver.Url, "--once", "--json");

        var lines = results.Trim().Split('\n').Select(line => JsonNode.Parse(line)!).ToList();
        Assert.Equal((ExitCode.Refused, 3), (code, receiver.All.Count));
        Assert.Equal([("SENT", 500), ("DLVRD", 302), ("READ", 204)], lines.Select(line => ((string)line["subject"]!, (int)line["status"]!)));
        Assert.Equal("redirects to /login, which is not followed", (string?)lines[1]["error"]);
        Assert.EndsWith("3 pushes posted, 2 of them not accepted.", error.Trim(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--from-start", "SESSION_ROUTED text SENT DLVRD READ")]
    [InlineData("--replay 2", "DLVRD READ")]
    [InlineData("--replay 4", "text SENT DLVRD READ")]
    [InlineData("--replay 9", "SESSION_ROUTED text SENT DLVRD READ")]
    [InlineData("", "SESSION_ROUTED text SENT DLVRD READ")]
    [InlineData("--app no_such_app", null)]
    public async Task Stored_pushes_are_posted_again(string options, string? subjects)
    {
        var workspace = await server.NewWorkspaceAsync();
        await workspace.CustomerWritesAsync();
        await workspace.SendTextAsync();
        await workspace.AdvanceAsync();
        await using var receiver = await WebhookReceiver.StartAsync();

        var (code, _, error) = await ToolRun.RunAsync(workspace, ["listen", "--once", "--forward", receiver.Url, .. options.Split(' ', StringSplitOptions.RemoveEmptyEntries)]);

        Assert.Equal(subjects is null ? ExitCode.Refused : ExitCode.Done, code);
        Assert.Equal(subjects ?? "", string.Join(' ', receiver.Subjects));
        Assert.Equal(subjects is null, error.Contains("not a client app", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Once_ends_at_a_receiver_that_is_dead()
    {
        var workspace = await server.NewWorkspaceAsync();
        await workspace.CustomerWritesAsync();

        var (code, results, _) = await ToolRun.RunAsync(workspace, "listen", "--forward", "http://127.0.0.1:1", "--once");

        Assert.Equal(ExitCode.Refused, code);
        Assert.Contains("Connection refused", Assert.Single(results.Trim().Split('\n')), StringComparison.Ordinal);
    }

    internal static async Task<ToolRun> StartAsync(TestWorkspace workspace, string url, params string[] options)
    {
        var listen = ToolRun.Start(workspace.Server, workspace.Key!, ["listen", "--forward", url, .. options]);
        Assert.StartsWith($"Posts the pushes of {workspace.Key} at ", await listen.NoteAsync(), StringComparison.Ordinal);
        return listen;
    }
}
