using System.Globalization;
using System.Net;
using System.Net.ServerSentEvents;
using System.Text;
using System.Text.Json.Nodes;
using MockMessaging.Cluster.Tests.Processes;
using MockMessaging.Tests;
using Xunit;

namespace MockMessaging.Cluster.Tests.Crossing;

/// <summary>Requests through a replica that does not own the workspace behave as those to the owner.</summary>
public sealed class ForwardedRequestsTests(ClusterFixture fixture, ITestOutputHelper output) : ClusterTest(fixture, output)
{
    private const string Send = "/api/v1/message/send";

    [Fact]
    public async Task Every_replica_takes_requests_and_names_the_owner()
    {
        var (key, owner, _) = await Cluster.NewOwnedKeyAsync();

        foreach (var replica in Cluster.Replicas)
        {
            Assert.Equal(owner, Cluster.Named((await SandboxCluster.Through(replica, key).PostAsync(Send, TestWorkspace.Text())).Ok()));
        }

        Assert.Equal(Cluster.Replicas.Count, (int)(await Cluster.Workspace(key).LookAsync())["messages"]!);
    }

    [Fact]
    public async Task Keys_are_spread_over_all_replicas()
    {
        var owners = new HashSet<Replica>();
        for (var key = 0; key < 60 && owners.Count < Cluster.Replicas.Count; key++)
        {
            owners.Add(await Cluster.OwnerAsync(SandboxCluster.NewKey()));
        }

        Assert.Equal(Cluster.Replicas.Count, owners.Count);
    }

    [Fact]
    public async Task Refusals_and_details_of_a_request_pass_unchanged()
    {
        var (key, owner, other) = await Cluster.NewOwnedKeyAsync();
        var (direct, forwarded) = (await RefusedAsync(owner), await RefusedAsync(other));

        Assert.Equal(direct.Status, forwarded.Status);
        Assert.Equal(direct.Body!["statusKey"]!.ToString(), forwarded.Body!["statusKey"]!.ToString());
        var journal = (await SandboxCluster.Through(other, key).GetAsync("/_sandbox/requests")).Ok().Body!["requests"]!.AsArray();
        Assert.Equal(Enumerable.Repeat($"{Send} a=%20b curious", 2), journal.Select(request => $"{request!["path"]} {request["query"]} {request["headers"]!["X-Mine"]}"));

        Task<Answer> RefusedAsync(Replica replica) => SandboxCluster.Through(replica, key).CallAsync(
            HttpMethod.Post, Send + "?a=%20b", """{"channelId":"nowhere"}""", headers: ("X-Mine", "curious"));
    }

    [Theory]
    [InlineData("/api/v1/message/%252e%252E/a%2Fb/%C3%BC%20", "q=%2B+%25&&=")]
    [InlineData("/api/v1//message/./send", "")]
    public async Task Path_and_query_pass_as_they_were_written(string path, string query)
    {
        var key = $"ключ-{SandboxCluster.NewKey()}";
        var owner = await AskAsync(Cluster.Replicas[0], "/_sandbox/workspace");
        foreach (var replica in Cluster.Replicas)
        {
            await AskAsync(replica, query.Length == 0 ? path : $"{path}?{query}");
        }

        using var client = NewClient(Cluster.Replicas[0]);
        var journal = JsonNode.Parse(await client.GetStringAsync(new Uri("/_sandbox/requests", UriKind.Relative), TestWorkspace.Cancelled))!["requests"]!.AsArray();
        Assert.Equal(Cluster.Replicas.Count, journal.Count);
        Assert.Single(journal.Select(request => $"{request!["path"]}?{request["query"]}").Distinct());
        Assert.Contains(Cluster.Replicas, replica => replica.Name == owner);

        async Task<string> AskAsync(Replica replica, string target)
        {
            using var client = NewClient(replica);
            using var answer = await client.GetAsync(
                new Uri(replica.Address.GetLeftPart(UriPartial.Authority) + target, new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true }), TestWorkspace.Cancelled);
            return answer.Headers.GetValues("X-Sandbox-Replica").Single();
        }

        HttpClient NewClient(Replica replica)
        {
            var client = new HttpClient(new SocketsHttpHandler { RequestHeaderEncodingSelector = static (_, _) => Encoding.UTF8 }) { BaseAddress = replica.Address };
            client.DefaultRequestHeaders.TryAddWithoutValidation("x-api-key", key);
            return client;
        }
    }

    [Theory]
    [InlineData(Send, 5, true, 262_144)]
    [InlineData(Send, 5, false, 262_144)]
    [InlineData(Send, 600, true, 262_144)]
    [InlineData(Send, 600, false, 262_144)]
    [InlineData("/_sandbox/import", 600, true, 30_000_000)]
    public async Task Body_that_is_too_large_is_refused_as_by_the_owner(string path, int parts, bool chunked, int limit)
    {
        var (key, _, other) = await Cluster.NewOwnedKeyAsync();

        var response = await BluntClient.PostBlanksAsync(other.Address, key, path, parts, chunked);

        Assert.StartsWith("HTTP/1.1 413 ", response, StringComparison.Ordinal);
        Assert.Contains(string.Create(CultureInfo.InvariantCulture, $"The request body is larger than {limit} bytes (Limits:MaxBodyBytes);"), response, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("5\r\n{\"a\":\r\nzz\r\n1}\r\n0\r\n\r\n")]
    [InlineData("3\r\n{\"a\":1}\r\n0\r\n\r\n")]
    public async Task Chunks_that_cannot_be_read_are_refused_as_by_the_owner(string chunks)
    {
        var (key, owner, other) = await Cluster.NewOwnedKeyAsync();

        var (direct, forwarded) = (await StatusAndReasonAsync(owner), await StatusAndReasonAsync(other));

        Assert.Equal(direct, forwarded);
        Assert.StartsWith("HTTP/1.1 400 ", forwarded.Status, StringComparison.Ordinal);

        async Task<(string Status, string Reason)> StatusAndReasonAsync(Replica replica)
        {
            var text = $"POST {Send} HTTP/1.1\r\nHost: localhost\r\nx-api-key: {key}\r\nContent-Type: application/json\r\nConnection: close\r\nTransfer-Encoding: chunked\r\n\r\n{chunks}";
            var response = await BluntClient.SendAsync(replica.Address, [Encoding.ASCII.GetBytes(text)]);
            return (response.Split('\r')[0], response.Split("\"description\":")[^1].Split("\"field\"")[0]);
        }
    }

    [Fact]
    public async Task Events_arrive_as_they_happen()
    {
        var (key, owner, other) = await Cluster.NewOwnedKeyAsync();
        using var client = RepeatingHandler.NewPlainClient();
        client.DefaultRequestHeaders.Add("x-api-key", key);
        await using var stream = await client.GetStreamAsync(new Uri(other.Address, "/_sandbox/events"), TestWorkspace.Cancelled);
        await using var events = SseParser.Create(stream).EnumerateAsync(TestWorkspace.Cancelled).GetAsyncEnumerator(TestWorkspace.Cancelled);
        Assert.True(await events.MoveNextAsync());
        Assert.Equal("open", events.Current.EventType);

        var id = await SandboxCluster.Through(owner, key).SendTextAsync();

        do
        {
            Assert.True(await events.MoveNextAsync());
        }
        while (events.Current.EventType != "status");

        Assert.Equal(id, (string?)JsonNode.Parse(events.Current.Data)!["messageId"]);
    }

    [Fact]
    public async Task Long_poll_ends_when_it_happens()
    {
        var (key, owner, other) = await Cluster.NewOwnedKeyAsync();
        var direct = SandboxCluster.Through(owner, key);
        await direct.FreezeAsync();
        var id = await direct.SendTextAsync();

        var waiting = SandboxCluster.Through(other, key).GetAsync($"/_sandbox/wait/status?messageId={id}&status=READ&timeout=PT30S");
        await direct.AdvanceAsync();

        Assert.Equal("READ", (string?)(await waiting).Ok().Body!["status"]);
    }

    [Theory]
    [InlineData("""{"reset":true}""", 0)]
    [InlineData("""{"reset":true,"processed":true}""", 1)]
    [InlineData("""{"truncate":true}""", 1)]
    public async Task Connection_breaks_with_or_without_effect(string effect, int messages)
    {
        var (key, _, other) = await Cluster.NewOwnedKeyAsync();
        var workspace = SandboxCluster.Through(other, key);
        (await workspace.PostAsync("/_sandbox/faults", JsonNode.Parse($$"""{"effect":{{effect}}}""")!)).Ok();

        await Assert.ThrowsAsync<HttpRequestException>(() => workspace.PostAsync(Send, TestWorkspace.Text()));

        Assert.Equal(messages, (int)(await workspace.LookAsync())["messages"]!);
    }

    [Fact]
    public async Task Response_that_is_broken_off_arrives_by_half()
    {
        var (key, _, other) = await Cluster.NewOwnedKeyAsync();
        (await SandboxCluster.Through(other, key).PostAsync("/_sandbox/faults", JsonNode.Parse("""{"effect":{"truncate":true}}""")!)).Ok();
        using var client = RepeatingHandler.NewPlainClient();
        client.DefaultRequestHeaders.Add("x-api-key", key);

        using var response = await client.GetAsync(new Uri(other.Address, "/api/v1/config/channels"), HttpCompletionOption.ResponseHeadersRead, TestWorkspace.Cancelled);
        await using var body = await response.Content.ReadAsStreamAsync(TestWorkspace.Cancelled);
        var received = new MemoryStream();
        await Assert.ThrowsAnyAsync<IOException>(() => body.CopyToAsync(received, TestWorkspace.Cancelled));

        Assert.Equal((HttpStatusCode.OK, response.Content.Headers.ContentLength / 2), (response.StatusCode, received.Length));
    }

    [Fact]
    public async Task Request_that_is_given_up_ends_at_the_owner_too()
    {
        var (key, owner, other) = await Cluster.NewOwnedKeyAsync();
        var direct = SandboxCluster.Through(owner, key);
        await direct.FreezeAsync();
        var id = await direct.SendTextAsync();
        using var client = RepeatingHandler.NewPlainClient();
        client.DefaultRequestHeaders.Add("x-api-key", key);
        client.Timeout = TimeSpan.FromMilliseconds(300);

        await Assert.ThrowsAsync<TaskCanceledException>(() => client.GetAsync(new Uri(other.Address, $"/_sandbox/wait/status?messageId={id}&status=READ&timeout=PT50S"), TestWorkspace.Cancelled));

        // The owner stops without waiting for it.
        await direct.AdvanceAsync();
        Assert.Equal(0, await owner.TerminateAsync());
    }

    [Fact]
    public async Task Journal_and_pushes_are_those_of_the_owner()
    {
        var (key, owner, other) = await Cluster.NewOwnedKeyAsync();
        await using var receiver = await WebhookReceiver.StartAsync();
        await SandboxCluster.Through(other, key).RegisterWebhookAsync(receiver.Url);
        var id = await SandboxCluster.Through(other, key).SendTextAsync();
        (await SandboxCluster.Through(owner, key).GetAsync($"/_sandbox/wait/push?push=READ&messageId={id}&timeout=PT30S")).Ok();

        var forwarded = SandboxCluster.Through(other, key);
        Assert.Equal(["/api/v1/config/webhook", Send], (await forwarded.GetAsync("/_sandbox/requests")).Ok().Body!["requests"]!.AsArray().Select(request => (string?)request!["path"]));
        Assert.Equal(["SENT", "DLVRD", "READ"], (await forwarded.PushesAsync()).Select(push => (string?)push!["subject"]));
        Assert.Equal(["SENT", "DLVRD", "READ"], receiver.Subjects);
    }
}
