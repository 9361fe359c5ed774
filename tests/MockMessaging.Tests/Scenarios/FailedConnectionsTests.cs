using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Xunit;

namespace MockMessaging.Tests.Scenarios;

/// <summary>Connections that fail: the cause is the real one, and what a receiver never saw is sent once more.</summary>
public sealed class FailedConnectionsTests(MockServer server)
{
    [Fact]
    public async Task Connection_that_was_closed_while_idle_is_replaced_by_a_new_one()
    {
        await using var receiver = new WireListener(static (connection, request) => connection > 1 || request == 1);
        var workspace = await server.NewWorkspaceAsync();
        await workspace.RegisterWebhookAsync(receiver.Url);
        await CheckAsync(workspace);

        var second = await CheckAsync(workspace);

        Assert.True((bool)second["ok"]!, second.ToJsonString());
        Assert.Equal((3, 2), (receiver.Heads.Count, receiver.Connections));
    }

    [Fact]
    public async Task New_connection_that_is_closed_too_is_the_end()
    {
        await using var receiver = new WireListener(static (connection, request) => connection == 1 && request == 1);
        var workspace = await server.NewWorkspaceAsync();
        await workspace.RegisterWebhookAsync(receiver.Url);
        await CheckAsync(workspace);

        var second = await CheckAsync(workspace);

        Assert.Contains("closed the connection", (string?)second["cause"], StringComparison.Ordinal);
        Assert.Equal((3, 2), (receiver.Heads.Count, receiver.Connections));
    }

    [Fact]
    public async Task Request_on_a_new_connection_is_never_sent_twice()
    {
        await using var receiver = new WireListener(static (_, _) => false);
        var workspace = await server.NewWorkspaceAsync();
        await workspace.RegisterWebhookAsync(receiver.Url);

        Assert.Contains("closed the connection", (string?)(await CheckAsync(workspace))["cause"], StringComparison.Ordinal);
        Assert.Equal((1, 1), (receiver.Heads.Count, receiver.Connections));
    }

    [Fact]
    public async Task Connection_that_hangs_is_told_from_an_answer_that_does_not_come()
    {
        // Its queue is full, so that the kernel takes no further connection and refuses none either.
        using var full = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        full.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        full.Listen(0);
        var waiting = Enumerable.Range(0, 20).Select(_ => new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp)).ToList();
        waiting.ForEach(socket => _ = socket.ConnectAsync(full.LocalEndPoint!));
        await using var impatient = await MockServer.StartAsync(("Webhooks:ConnectTimeoutMilliseconds", "200"));
        var workspace = new TestWorkspace(impatient.BaseAddress, "impatient");
        await workspace.RegisterWebhookAsync(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{((IPEndPoint)full.LocalEndPoint!).Port}/hook"));

        var cause = (string?)(await CheckAsync(workspace))["cause"];

        Assert.Contains("within 200 ms (Webhooks:ConnectTimeoutMilliseconds)", cause, StringComparison.Ordinal);
        Assert.DoesNotContain("answer first", cause, StringComparison.Ordinal);
        waiting.ForEach(socket => socket.Dispose());
    }

    [Theory]
    [InlineData("http://nowhere.invalid/", "The name 'nowhere.invalid' is not found")]
    [InlineData("http://255.255.255.255:9/", "No connection to 255.255.255.255:9: ")]
    public async Task Cause_is_the_real_one(string url, string cause)
    {
        var workspace = await server.NewWorkspaceAsync();
        await workspace.RegisterWebhookAsync(url);

        Assert.StartsWith(cause, (string?)(await CheckAsync(workspace))["cause"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Receiver_that_speaks_no_TLS_is_told()
    {
        await using var receiver = await RawListener.StartAsync();
        var workspace = await server.NewWorkspaceAsync();
        await workspace.RegisterWebhookAsync(receiver.Url.Replace("http://", "https://", StringComparison.Ordinal));

        Assert.StartsWith("TLS failed: ", (string?)(await CheckAsync(workspace))["cause"], StringComparison.Ordinal);
    }

    private static async Task<System.Text.Json.Nodes.JsonNode> CheckAsync(TestWorkspace workspace) =>
        (await workspace.CallAsync(HttpMethod.Post, "/_sandbox/webhooks/check", null)).Ok().Body!;
}
