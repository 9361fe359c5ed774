using System.Net;
using System.Text.Json.Nodes;
using Xunit;

namespace MockMessaging.Tests.Scenarios;

/// <summary>What happens when the server as a whole has no room.</summary>
public sealed class FullServerTests
{
    [Fact]
    public async Task Connection_beyond_the_limit_is_closed_and_those_open_go_on()
    {
        await using var server = await StartAsync("Limits:MaxConnections", "2");
        using var first = await ConnectAsync(server);
        using var second = await ConnectAsync(server);

        await Assert.ThrowsAsync<HttpRequestException>(() => ConnectAsync(server));

        Assert.Equal(HttpStatusCode.OK, (await first.GetAsync("/api/v1/config/channels", TestWorkspace.Cancelled)).StatusCode);
    }

    [Fact]
    public async Task Server_whose_memory_is_full_takes_only_what_adds_nothing()
    {
        await using var server = await StartAsync("Limits:MaxMemoryMegabytes", "16");
        var workspace = new TestWorkspace(server.BaseAddress, "alpha");
        (await workspace.GetAsync("/healthz/ready")).Ok();
        var heavy = new byte[32 * 1_048_576];
        GC.Collect();

        var send = await workspace.PostAsync("/api/v1/message/send", TestWorkspace.Text());
        var control = await workspace.PostAsync("/_sandbox/inbound", new JsonObject());
        var opened = await workspace.GetAsync("/api/v1/config/channels");
        var probe = await workspace.GetAsync("/healthz/ready");

        Assert.Contains("Limits:MaxMemoryMegabytes", (string?)send.Is(HttpStatusCode.ServiceUnavailable).Error["description"], StringComparison.Ordinal);
        Assert.Contains("DELETE /_sandbox/workspace", (string?)control.Is(HttpStatusCode.ServiceUnavailable).Body!["detail"], StringComparison.Ordinal);
        Assert.Contains("Limits:MaxMemoryMegabytes", (string?)opened.Is(HttpStatusCode.ServiceUnavailable).Error["description"], StringComparison.Ordinal);
        probe.Ok();
        GC.KeepAlive(heavy);
    }

    private static Task<InProcessServer> StartAsync(string setting, string value) =>
        MockServer.StartAsync((setting, value));

    /// <summary>A client that has made its one connection and keeps it.</summary>
    private static async Task<HttpClient> ConnectAsync(InProcessServer server)
    {
        var client = new HttpClient { BaseAddress = server.BaseAddress };
        client.DefaultRequestHeaders.Add("x-api-key", "alpha");
        (await client.GetAsync("/api/v1/config/channels", TestWorkspace.Cancelled)).EnsureSuccessStatusCode();
        return client;
    }
}
