using System.Net;
using Xunit;

namespace MockMessaging.Tests.Scenarios;

/// <summary>HEAD answers as GET does, without the body.</summary>
public sealed class HeadRequestsTests(MockServer server)
{
    public static TheoryData<string> Pages => ["/healthz/live", "/healthz/ready", "/swagger/index.html", "/swagger/messaging/openapi.json", "/swagger/sandbox/openapi.json"];

    [Theory]
    [MemberData(nameof(Pages))]
    [InlineData("/xms/api/v1/config/channels")]
    [InlineData("/_sandbox/webhooks/no-such-push")]
    [InlineData("/api/v1/config/channels?sandbox=maybe")]
    public Task Head_has_status_and_headers_of_GET(string path) => SameAsync(path);

    [Fact]
    public async Task Every_GET_of_both_documents_takes_HEAD()
    {
        var paths = 0;
        foreach (var document in new[] { "messaging", "sandbox" })
        {
            var described = System.Text.Json.Nodes.JsonNode.Parse(await (await SendAsync(HttpMethod.Get, $"/swagger/{document}/openapi.json", "any")).Content.ReadAsStringAsync(TestWorkspace.Cancelled))!["paths"]!.AsObject();
            foreach (var (path, operations) in described.Where(path => path.Value!["get"] is not null))
            {
                paths++;
                Assert.Null(operations!["head"]);
                if (path != "/_sandbox/events")
                {
                    await SameAsync(path.Replace("{", "", StringComparison.Ordinal).Replace("}", "", StringComparison.Ordinal));
                }
            }
        }

        Assert.InRange(paths, 20, int.MaxValue);
    }

    [Fact]
    public async Task Head_of_the_live_feed_ends()
    {
        var head = await SendAsync(HttpMethod.Head, "/_sandbox/events", MockServer.NewKey());

        Assert.Equal((HttpStatusCode.OK, "text/event-stream"), (head.StatusCode, head.Content.Headers.ContentType?.MediaType));
    }

    [Fact]
    public async Task Head_where_there_is_no_GET_is_refused_and_Allow_names_no_HEAD()
    {
        var head = await SendAsync(HttpMethod.Head, "/api/v1/message/send", MockServer.NewKey());
        var put = await SendAsync(HttpMethod.Put, "/api/v1/config/channels", MockServer.NewKey());

        Assert.Equal((HttpStatusCode.MethodNotAllowed, "POST"), (head.StatusCode, string.Join(',', head.Content.Headers.Allow)));
        Assert.Equal((HttpStatusCode.MethodNotAllowed, "GET"), (put.StatusCode, string.Join(',', put.Content.Headers.Allow)));
    }

    [Fact]
    public async Task Journal_has_the_method_that_came()
    {
        var key = MockServer.NewKey();
        await SendAsync(HttpMethod.Head, "/api/v1/config/channels", key);

        var requests = (await new TestWorkspace(server.BaseAddress, key).GetAsync("/_sandbox/requests")).Ok().Body!["requests"]!.AsArray();

        Assert.Equal("HEAD", (string?)Assert.Single(requests)!["method"]);
    }

    private async Task SameAsync(string path)
    {
        var key = MockServer.NewKey();
        var get = await SendAsync(HttpMethod.Get, path, key);
        var head = await SendAsync(HttpMethod.Head, path, key);

        Assert.True(get.StatusCode == head.StatusCode, $"{path}: GET {get.StatusCode}, HEAD {head.StatusCode}");
        Assert.NotEqual(HttpStatusCode.MethodNotAllowed, head.StatusCode);
        Assert.Equal(get.Content.Headers.ContentType, head.Content.Headers.ContentType);
        Assert.Empty(await head.Content.ReadAsByteArrayAsync(TestWorkspace.Cancelled));
        if (get.IsSuccessStatusCode && get.Content.Headers.ContentLength is > 0 and var length && path.EndsWith(".json", StringComparison.Ordinal))
        {
            Assert.Equal(length, head.Content.Headers.ContentLength);
        }
    }

    private async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, string key)
    {
        using var client = new HttpClient();
        using var request = new HttpRequestMessage(method, new Uri(server.BaseAddress, path));
        request.Headers.Add("x-api-key", key);
        return await client.SendAsync(request, TestWorkspace.Cancelled);
    }
}
