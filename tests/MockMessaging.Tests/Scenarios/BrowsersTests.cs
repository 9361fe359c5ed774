using System.Net;
using Xunit;

namespace MockMessaging.Tests.Scenarios;

/// <summary>Calls of pages in a browser.</summary>
public sealed class BrowsersTests(MockServer server)
{
    private const string Send = "/api/v1/message/send";
    private const string AllowOrigin = "Access-Control-Allow-Origin";

    [Theory]
    [InlineData(Send)]
    [InlineData(Send + "/")]
    [InlineData("/xms" + Send)]
    [InlineData("/API/v1/Message/Send")]
    public async Task Preflight_of_message_send_is_answered_to_any_origin_and_without_a_key(string path)
    {
        var answer = await PreflightAsync(server.BaseAddress, path, "POST");

        answer.Is(HttpStatusCode.NoContent);
        Assert.Equal(("*", "x-api-key,content-type", "POST"), (
            answer.Header(AllowOrigin), answer.Header("Access-Control-Allow-Headers"), answer.Header("Access-Control-Allow-Methods")));
    }

    [Theory]
    [InlineData("valid", "mine", HttpStatusCode.OK)]
    [InlineData("{}", "mine", HttpStatusCode.BadRequest)]
    [InlineData("{}", null, HttpStatusCode.Unauthorized)]
    public async Task Page_can_read_the_answer_of_message_send_and_its_refusals(string body, string? key, HttpStatusCode status)
    {
        var workspace = new TestWorkspace(server.BaseAddress, key is null ? null : MockServer.NewKey());

        var answer = await workspace.CallAsync(
            HttpMethod.Post, Send, body == "valid" ? TestWorkspace.Text().ToJsonString() : body, "application/json", ("Origin", "http://localhost:3000"));

        answer.Is(status);
        Assert.Equal("*", answer.Header(AllowOrigin));
        Assert.Contains("X-Sandbox-Warnings", answer.Header("Access-Control-Expose-Headers"), StringComparison.Ordinal);
        Assert.Contains("X-Sandbox-Fault", answer.Header("Access-Control-Expose-Headers"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/api/v1/config/channels")]
    [InlineData("/_sandbox/workspace")]
    [InlineData("/api/v1/message/receive")]
    [InlineData("/api/v1/message/send/more")]
    public async Task All_else_is_closed_to_pages_unless_a_setting_opens_it(string path)
    {
        await using var open = await MockServer.StartAsync(("Cors:Origins:0", "http://localhost:3000"));
        await using var openToAll = await MockServer.StartAsync(("Cors:Origins:0", "*"));

        Assert.Null((await PreflightAsync(server.BaseAddress, path, "GET")).Header(AllowOrigin));
        Assert.Equal("http://localhost:3000", (await PreflightAsync(open.BaseAddress, path, "GET")).Header(AllowOrigin));
        Assert.Null((await PreflightAsync(open.BaseAddress, path, "GET", "http://evil.example")).Header(AllowOrigin));
        Assert.Equal("*", (await PreflightAsync(openToAll.BaseAddress, path, "GET", "http://evil.example")).Header(AllowOrigin));
    }

    [Fact]
    public async Task Opened_control_plane_lets_a_page_read_its_answers()
    {
        await using var open = await MockServer.StartAsync(("Cors:Origins:0", "http://localhost:3000"), ("Control:Token", "secret"));
        var workspace = new TestWorkspace(open.BaseAddress, "mine");

        (await PreflightAsync(open.BaseAddress, "/_sandbox/clock/advance", "POST")).Is(HttpStatusCode.NoContent);
        var refused = await workspace.RawAsync("/_sandbox/workspace", null, ("Origin", "http://localhost:3000"));
        var answered = await workspace.RawAsync("/_sandbox/workspace", null, ("Origin", "http://localhost:3000"), ("Authorization", "Bearer secret"));

        Assert.Equal("http://localhost:3000", refused.Is(HttpStatusCode.Unauthorized).Header(AllowOrigin));
        Assert.Equal("http://localhost:3000", answered.Ok().Header(AllowOrigin));
    }

    [Theory]
    [InlineData("localhost:3000")]
    [InlineData("http://localhost:3000/")]
    [InlineData("http://localhost/app")]
    [InlineData("*.example.com")]
    public async Task Origin_that_can_never_match_stops_the_start(string origin)
    {
        var refusal = await Assert.ThrowsAsync<Microsoft.Extensions.Options.OptionsValidationException>(() => MockServer.StartAsync(("Cors:Origins:0", origin)));

        Assert.StartsWith($"Cors:Origins: '{origin}' is not an origin", Assert.Single(refusal.Failures), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("evil.example", false)]
    [InlineData("localhost.evil.example", false)]
    [InlineData("127.0.0.1.evil.example", false)]
    [InlineData("evil-localhost", false)]
    [InlineData("localhost", true)]
    [InlineData("LOCALHOST.:1234", true)]
    [InlineData("acme.api.localhost:8080", true)]
    [InlineData("127.0.0.1:8080", true)]
    [InlineData("[::1]:8080", true)]
    [InlineData("10.0.2.2", true)]
    [InlineData("host.docker.internal:8080", true)]
    public async Task Server_on_loopback_addresses_refuses_foreign_host_names(string host, bool known)
    {
        foreach (var path in new[] { "/api/v1/config/channels", "/_sandbox/workspace", "/healthz/live", "/swagger/index.html" })
        {
            Assert.Equal(known ? HttpStatusCode.OK : HttpStatusCode.BadRequest, await StatusAsync(server.BaseAddress, path, host));
        }
    }

    [Fact]
    public async Task Refused_host_is_told_which_setting_lets_it_in()
    {
        var workspace = await server.NewWorkspaceAsync();

        var ofTheApi = (await workspace.RawAsync("/api/v1/config/channels", null, ("Host", "evil.example"))).Is(HttpStatusCode.BadRequest);
        var ofTheControlPlane = (await workspace.RawAsync("/_sandbox/workspace", null, ("Host", "evil.example"))).Is(HttpStatusCode.BadRequest);

        Assert.Equal("Host", (string?)ofTheApi.Error["field"]);
        Assert.Contains("'evil.example'", (string?)ofTheApi.Error["description"], StringComparison.Ordinal);
        Assert.Contains("AllowedHosts", (string?)ofTheApi.Error["description"], StringComparison.Ordinal);
        Assert.Equal("Host", (string?)ofTheControlPlane.Body!["field"]);
    }

    [Theory]
    [InlineData("sandbox.test;*.example.com", "http://127.0.0.1:0", "sandbox.test", true)]
    [InlineData("sandbox.test;*.example.com", "http://127.0.0.1:0", "a.example.com", true)]
    [InlineData("sandbox.test;*.example.com", "http://127.0.0.1:0", "localhost", true)]
    [InlineData("sandbox.test;*.example.com", "http://127.0.0.1:0", "evil.example", false)]
    [InlineData("sandbox.test", "http://0.0.0.0:0", "evil.example", false)]
    [InlineData("sandbox.test", "http://0.0.0.0:0", "sandbox.test", true)]
    [InlineData("*", "http://127.0.0.1:0", "evil.example", true)]
    [InlineData(null, "http://0.0.0.0:0", "anything.example", true)]
    public async Task Hosts_can_be_named(string? allowed, string url, string host, bool known)
    {
        await using var named = await MockServer.StartAsync(
            options =>
            {
                options.AllowedHosts = allowed;
                options.Url = url;
            },
            TestWorkspace.Cancelled);

        Assert.Equal(known ? HttpStatusCode.OK : HttpStatusCode.BadRequest, await StatusAsync(named.BaseAddress, "/healthz/live", host));
    }

    [Theory]
    [InlineData("acme.api.example", true)]
    [InlineData("nobody.api.example", false)]
    public async Task Host_that_begins_with_a_tenant_is_known(string host, bool known)
    {
        await using var tenants = await MockServer.StartAsync(("Auth:Tenants:0:Name", "acme"));

        Assert.Equal(known ? HttpStatusCode.OK : HttpStatusCode.BadRequest, await StatusAsync(tenants.BaseAddress, "/healthz/live", host));
    }

    private static Task<Answer> PreflightAsync(Uri address, string path, string method, string origin = "http://localhost:3000") => SendAsync(
        address,
        HttpMethod.Options,
        path,
        ("Origin", origin),
        ("Access-Control-Request-Method", method),
        ("Access-Control-Request-Headers", "x-api-key,content-type"));

    private static async Task<HttpStatusCode> StatusAsync(Uri address, string path, string host) =>
        (await SendAsync(address, HttpMethod.Get, path, ("Host", host), ("x-api-key", "mine"))).Status;

    private static async Task<Answer> SendAsync(Uri address, HttpMethod method, string path, params (string Name, string Value)[] headers)
    {
        using var client = new HttpClient();
        using var request = new HttpRequestMessage(method, new Uri(address, path));
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        var response = await client.SendAsync(request, TestWorkspace.Cancelled);
        return new Answer(response.StatusCode, null, await response.Content.ReadAsStringAsync(TestWorkspace.Cancelled), response);
    }
}
