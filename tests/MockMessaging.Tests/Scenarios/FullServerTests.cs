using System.Net;
using System.Text.Json.Nodes;
using Xunit;

namespace MockMessaging.Tests.Scenarios;

/// <summary>What happens when the server as a whole has no room.</summary>
public sealed class FullServerTests
{
    [Fact]
    public async Task Request_on_a_connection_beyond_the_limit_is_refused_in_words_and_probes_get_through()
    {
        await using var server = await StartAsync("Limits:MaxConnections", "2");
        using var first = await ConnectAsync(server);
        using var second = await ConnectAsync(server);

        using var api = await AskAsync(server, "/api/v1/config/channels");
        using var control = await AskAsync(server, "/_sandbox/workspace");
        using var probe = await AskAsync(server, "/healthz/ready");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, api.StatusCode);
        var refused = JsonNode.Parse(await api.Content.ReadAsStringAsync(TestWorkspace.Cancelled))!;
        Assert.Equal("SERVICE_UNAVAILABLE", (string?)refused["statusKey"]);
        Assert.Contains("Limits:MaxConnections", (string?)refused["errors"]![0]!["description"], StringComparison.Ordinal);
        Assert.True(api.Headers.ConnectionClose);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, control.StatusCode);
        Assert.Contains("Limits:MaxConnections", await control.Content.ReadAsStringAsync(TestWorkspace.Cancelled), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, probe.StatusCode);
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

    private static Task<MockMessagingServer> StartAsync(string setting, string value) =>
        MockServer.StartAsync((setting, value));

    /// <summary>A client that has made its one connection and keeps it.</summary>
    private static async Task<HttpClient> ConnectAsync(MockMessagingServer server)
    {
        var client = new HttpClient { BaseAddress = server.BaseAddress };
        client.DefaultRequestHeaders.Add("x-api-key", "alpha");
        (await client.GetAsync("/api/v1/config/channels", TestWorkspace.Cancelled)).EnsureSuccessStatusCode();
        return client;
    }

    private static async Task<HttpResponseMessage> AskAsync(MockMessagingServer server, string path)
    {
        using var client = new HttpClient { BaseAddress = server.BaseAddress };
        client.DefaultRequestHeaders.Add("x-api-key", "alpha");
        return await client.GetAsync(path, TestWorkspace.Cancelled);
    }
}
