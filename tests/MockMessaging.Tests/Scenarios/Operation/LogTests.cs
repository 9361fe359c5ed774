using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging;
using Xunit;

namespace MockMessaging.Tests.Scenarios;

public sealed class LogTests
{
    private const string Key = "KEY-that-nobody-may-read";
    private const string Token = "TOKEN-that-nobody-may-read";
    private const string Words = "WORDS-between-two-people";

    [Fact]
    public async Task Every_request_is_one_line_at_debug_with_all_that_is_known_of_it()
    {
        await using var server = await StartAsync(("Logging:LogLevel:MockMessaging", "Debug"));
        var log = LogCapture.Of(server);
        var workspace = new TestWorkspace(server.BaseAddress, Key);
        await workspace.CallAsync(HttpMethod.Post, "/xms/api/v1/message/send", TestWorkspace.Text().ToJsonString(), "application/json", ("x-trace-id", "my-trace"));
        await workspace.GetAsync("/_sandbox/clock?x-trace-id=1");

        await server.DisposeAsync();
        var lines = log.Lines.Where(line => line.Category == "MockMessaging.Http.RequestLog").ToList();
        Assert.Equal(2, lines.Count);
        Assert.All(lines, line => Assert.Equal(LogLevel.Debug, line.Level));
        Assert.Matches(@"^POST /xms/api/v1/message/send returned 200 in [\d.]+ ms\. Workspace: KE…ad\. Traceid: my-trace\.$", lines[0].Text);
        Assert.Matches(@"^GET /_sandbox/clock returned 200 in ", lines[1].Text);
    }

    [Fact]
    public async Task Nothing_is_written_of_requests_that_fare_well_unless_asked_for()
    {
        await using var server = await StartAsync(("Logging:LogLevel:Default", "Information"), ("Logging:LogLevel:Microsoft.AspNetCore", "Warning"));
        var log = LogCapture.Of(server);
        var workspace = new TestWorkspace(server.BaseAddress, Key);
        await workspace.SendTextAsync();
        (await workspace.PostAsync("/api/v1/message/send", new JsonObject())).Is(System.Net.HttpStatusCode.BadRequest);

        Assert.DoesNotContain(log.Lines, line => line.Level != LogLevel.None);
    }

    [Fact]
    public async Task Receiver_that_fails_is_one_warning_with_cause_and_one_line_when_it_is_back()
    {
        await using var server = await StartAsync(("Logging:LogLevel:Default", "Information"), ("Logging:LogLevel:Microsoft.AspNetCore", "Warning"));
        var log = LogCapture.Of(server);
        await using var receiver = await WebhookReceiver.StartAsync(static context =>
        {
            context.Response.StatusCode = 500;
            return Task.CompletedTask;
        });
        var workspace = new TestWorkspace(server.BaseAddress, Key);
        await workspace.FreezeAsync();
        await workspace.RegisterWebhookAsync(receiver.Url + "?token=" + Token);
        for (var message = 0; message < 10; message++)
        {
            await workspace.SendTextAsync();
        }

        await workspace.AdvanceAsync();
        var warning = Assert.Single(log.Lines, line => line.Level == LogLevel.Warning);
        Assert.Contains($"to {receiver.Url} fail. The receiver failed (500); its own log says why.", warning.Text, StringComparison.Ordinal);
        Assert.Contains("workspace KE…ad", warning.Text, StringComparison.Ordinal);

        receiver.Answer = static _ => Task.CompletedTask;
        await workspace.SendTextAsync();
        await workspace.AdvanceAsync();

        var back = Assert.Single(log.Lines, line => line.Level == LogLevel.Information);
        Assert.Contains("get through again, after 30 failed attempts", back.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(log.Lines, line => (line.Text + line.Values).Contains(Token, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Limit_that_is_reached_is_one_warning_however_many_calls_it_refuses()
    {
        await using var server = await StartAsync(("Limits:MaxWorkspaces", "1"));
        var log = LogCapture.Of(server);
        await new TestWorkspace(server.BaseAddress, Key).SendTextAsync();
        for (var call = 0; call < 5; call++)
        {
            (await new TestWorkspace(server.BaseAddress, "one-more").PostAsync("/api/v1/message/send", TestWorkspace.Text())).Is(System.Net.HttpStatusCode.ServiceUnavailable);
        }

        var warning = Assert.Single(log.Lines, line => line.Level == LogLevel.Warning);
        Assert.Contains("Limits:MaxWorkspaces", warning.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Logging:LogLevel:Default")]
    [InlineData("Logging:LogLevel:Microsoft.AspNetCore")]
    [InlineData("Logging:LogLevel:Microsoft.AspNetCore.Hosting.Diagnostics")]
    public async Task No_key_is_logged_at_any_level_and_no_body_that_is_not_asked_for(string level)
    {
        await using var server = await StartAsync(("Logging:LogLevel:Default", "Trace"), ("Logging:LogLevel:Microsoft.AspNetCore", "Trace"), (level, "Trace"), ("Control:Token", Token));
        var log = LogCapture.Of(server);
        await using var receiver = await WebhookReceiver.StartAsync();
        var workspace = new TestWorkspace(server.BaseAddress, Key);
        await workspace.RegisterWebhookAsync(receiver.Url);
        await workspace.SendTextAsync(body: Words);
        await receiver.NextAsync();
        await workspace.PostAsync("/api/v1/message/send", new JsonObject { ["channelId"] = Words, ["nonsense"] = 1 });
        await workspace.CallAsync(HttpMethod.Post, "/api/v1/message/send", $$"""{"text":"{{Words}}" """);
        var anonymous = new TestWorkspace(server.BaseAddress, null);
        await anonymous.RawAsync("/api/v1/message/send?x-api-key=" + Key, TestWorkspace.Text(body: Words));
        await anonymous.RawAsync("/api/v1/message/send", TestWorkspace.Text(body: Words), ("Cookie", "x-api-key=" + Key));
        await anonymous.RawAsync("/api/v1/contact/info?x-verify-token=" + Token, new JsonObject { ["contactId"] = Words });
        await anonymous.RawAsync("/api/v1/no/such/route?x-api-key=" + Key, new JsonObject());
        await anonymous.RawAsync("/api/v1/config/channels?x-api-key=" + Key, null);
        await workspace.RawAsync("/_sandbox/inbound?wait=PT1M", new JsonObject { ["text"] = new JsonObject { ["body"] = Words } }, ("Authorization", "Bearer " + Token));
        await workspace.RawAsync("/_sandbox/inbound?wait=PT1M", new JsonObject(), ("Authorization", "Bearer wrong-" + Token));
        await workspace.RawAsync("/_sandbox/workspaces", new JsonObject { ["from"] = Key, ["key"] = Key + "2" }, ("Authorization", "Bearer " + Token));
        await workspace.RawAsync("/_sandbox/messages?limit=9999&text=" + Words, null, ("Authorization", "Bearer " + Token));
        await SendMalformedAsync(server.BaseAddress, $"GET /api/v1/config/channels?x-api-key={Key} and more HTTP/1.1\r\n\r\n");
        await SendMalformedAsync(server.BaseAddress, $"GET / HTTP/1.1\r\nHost: a\r\nx-api-key {Key}\r\n\r\n");

        await server.DisposeAsync();
        Assert.Contains(log.Lines, line => line.Category.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal) && line.Level == LogLevel.Debug);
        Assert.Contains(log.Lines, line => line.Category == "MockMessaging.Http.RequestLog" && line.Text.StartsWith("POST /_sandbox/workspaces returned 200", StringComparison.Ordinal));
        Assert.DoesNotContain(log.Lines, line => Holds(line, Key) || Holds(line, Token));
        Assert.DoesNotContain(log.Lines, line => line.Level >= LogLevel.Information && Holds(line, Words));
    }

    private static bool Holds(LogCapture.Line line, string secret) => (line.Text + line.Values).Contains(secret, StringComparison.Ordinal);

    /// <summary>What is not HTTP, read to its answer's end.</summary>
    private static async Task SendMalformedAsync(Uri server, string request)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(server.Host, server.Port, TestWorkspace.Cancelled);
        var stream = client.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(request), TestWorkspace.Cancelled);
        using var answer = new StreamReader(stream);
        Assert.StartsWith("HTTP/1.1 400", await answer.ReadToEndAsync(TestWorkspace.Cancelled), StringComparison.Ordinal);
    }

    private static Task<InProcessServer> StartAsync(params (string Name, string Value)[] settings) =>
        MockServer.StartAsync([.. settings, ("Logging:Console:LogLevel:Default", "None")]);
}
