using System.IO.Compression;
using System.Net;
using System.Text.RegularExpressions;
using MockMessaging.Page;
using Xunit;

namespace MockMessaging.Tests.Scenarios;

/// <summary>What is served at the root: the live page to browsers, links to all other clients.</summary>
public sealed partial class StartPageTests(MockServer server)
{
    private const int MostCompressedBytes = 100 * 1_024;

    [Theory]
    [InlineData("/", "/")]
    [InlineData("/xms/", "/xms/")]
    public async Task Client_that_is_no_browser_gets_links(string path, string page)
    {
        var start = (await new TestWorkspace(server.BaseAddress, null).RawCallAsync(HttpMethod.Get, path)).Ok();

        Assert.Equal("MockMessaging", (string?)start.Body!["name"]);
        Assert.Equal((false, false, page), ((bool)start.Body["needsToken"]!, (bool)start.Body["needsKey"]!, (string?)start.Body["links"]!["page"]));
        Assert.Equal("application/json", start.Raw.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task Links_say_whether_token_and_key_are_needed()
    {
        await using var closed = await MockServer.StartAsync(("Control:Token", "secret"), ("Auth:Keys:0", "only-this-key"));

        var start = (await new TestWorkspace(closed.BaseAddress, null).RawCallAsync(HttpMethod.Get, "/")).Ok();

        Assert.Equal((true, true), ((bool)start.Body!["needsToken"]!, (bool)start.Body["needsKey"]!));
    }

    [Fact]
    public async Task Browser_gets_the_page_under_a_strict_policy()
    {
        NeedsFiles();
        var page = await GetAsync("/", ("Accept", "text/html,application/xhtml+xml,*/*;q=0.8"));

        Assert.Equal((HttpStatusCode.OK, "text/html"), (page.StatusCode, page.Content.Headers.ContentType?.MediaType));
        var policy = Assert.Single(page.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Equal(("nosniff", "no-referrer", "no-cache"), (Header(page, "X-Content-Type-Options"), Header(page, "Referrer-Policy"), Header(page, "Cache-Control")));
        Assert.Equal(["Accept", "Accept-Encoding"], page.Headers.Vary);
    }

    [Fact]
    public async Task Page_names_all_modules_of_its_frame_so_that_none_waits_for_another()
    {
        NeedsFiles();
        var html = await (await GetAsync("/", ("Accept", "text/html"))).Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        var modules = typeof(PageFiles).Assembly.GetManifestResourceNames().Select(name => name.Replace('\\', '/')).Where(name => Frame().IsMatch(name));
        Assert.Equal(modules.Order(), Preload().Matches(html).Select(link => link.Groups[1].Value).Append("page/app.js").Order());
    }

    [Fact]
    public async Task Page_needs_nothing_but_its_own_files_and_little_of_them()
    {
        NeedsFiles();
        var bytes = 0;
        var seen = new HashSet<string> { "" };
        var open = new Queue<string>(seen);
        while (open.TryDequeue(out var name))
        {
            var file = await GetAsync("/" + name, ("Accept", "text/html"), ("Accept-Encoding", "gzip"));
            Assert.True(file.IsSuccessStatusCode, $"{name}: {file.StatusCode}");
            Assert.Equal("gzip", Assert.Single(file.Content.Headers.ContentEncoding));
            var compressed = await file.Content.ReadAsByteArrayAsync(TestWorkspace.Cancelled);
            bytes += compressed.Length;
            foreach (var link in LinksIn(name, Unzipped(compressed)).Where(seen.Add))
            {
                open.Enqueue(link);
            }
        }

        Assert.InRange(seen.Count, 3, 200);
        Assert.InRange(bytes, 1, MostCompressedBytes);
    }

    [Fact]
    public async Task File_that_has_not_changed_is_not_sent_again()
    {
        NeedsFiles();
        var first = await GetAsync("/", ("Accept", "text/html"));
        var again = await GetAsync("/", ("Accept", "text/html"), ("If-None-Match", first.Headers.ETag!.ToString()));

        Assert.Equal((HttpStatusCode.NotModified, 0), (again.StatusCode, (await again.Content.ReadAsByteArrayAsync(TestWorkspace.Cancelled)).Length));
    }

    [Fact]
    public async Task Visit_of_the_page_opens_no_workspace_and_is_in_no_journal()
    {
        var workspace = new TestWorkspace(server.BaseAddress, MockServer.NewKey());
        foreach (var path in new[] { "/", "/page/app.js", "/page/no-such-file.js" })
        {
            await workspace.RawCallAsync(HttpMethod.Head, path);
        }

        (await workspace.RawCallAsync(HttpMethod.Get, "/page/no-such-file.js")).Is(HttpStatusCode.NotFound);

        Assert.Empty((await workspace.GetAsync("/_sandbox/requests")).Ok().Body!["requests"]!.AsArray());
    }

    [Fact]
    public async Task Head_has_the_headers_of_the_page()
    {
        NeedsFiles();
        var get = await GetAsync("/", ("Accept", "text/html"));
        var head = await SendAsync(HttpMethod.Head, "/", ("Accept", "text/html"));

        Assert.Equal((get.StatusCode, get.Content.Headers.ContentLength, get.Headers.ETag), (head.StatusCode, head.Content.Headers.ContentLength, head.Headers.ETag));
        Assert.Empty(await head.Content.ReadAsByteArrayAsync(TestWorkspace.Cancelled));
    }

    [Fact]
    public async Task Without_a_control_plane_there_is_no_page()
    {
        await using var closed = await MockServer.StartAsync(("Control:Enabled", "false"));
        var workspace = new TestWorkspace(closed.BaseAddress, "mine");

        (await workspace.RawCallAsync(HttpMethod.Get, "/")).Is(HttpStatusCode.NotFound);
        (await workspace.RawCallAsync(HttpMethod.Get, "/page/app.js")).Is(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Nothing_can_be_posted_to_the_page()
    {
        var workspace = new TestWorkspace(server.BaseAddress, MockServer.NewKey());

        (await workspace.RawCallAsync(HttpMethod.Post, "/")).Is(HttpStatusCode.NotFound);
    }

    private static void NeedsFiles() => Assert.SkipUnless(PageFiles.Read().Start is not null, "The assembly was built without the files of the page.");

    private static string? Header(HttpResponseMessage response, string name) => response.Headers.TryGetValues(name, out var values) ? string.Join(", ", values) : null;

    private static string Unzipped(byte[] compressed)
    {
        using var text = new StreamReader(new GZipStream(new MemoryStream(compressed), CompressionMode.Decompress));
        return text.ReadToEnd();
    }

    /// <summary>The files that the page or a module loads, as paths from the root.</summary>
    private static IEnumerable<string> LinksIn(string name, string text) =>
        Link().Matches(text).Select(link => new Uri(new Uri("http://page/" + name), link.Groups["to"].Value).AbsolutePath.TrimStart('/')).Distinct();

    private Task<HttpResponseMessage> GetAsync(string path, params (string Name, string Value)[] headers) => SendAsync(HttpMethod.Get, path, headers);

    private async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, params (string Name, string Value)[] headers)
    {
        using var client = new HttpClient();
        using var request = new HttpRequestMessage(method, new Uri(server.BaseAddress, path));
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return await client.SendAsync(request, TestWorkspace.Cancelled);
    }

    [GeneratedRegex("""(?:\bfrom\s+|\bimport\s+|\bimport\(|\bsrc=|\bhref=)['"](?<to>(?:page/|\./|\.\./)[\w./-]+)['"]""")]
    private static partial Regex Link();

    [GeneratedRegex("^page/[^/]+[.]js$")]
    private static partial Regex Frame();

    [GeneratedRegex("modulepreload\" href=\"([^\"]+)")]
    private static partial Regex Preload();
}
