using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using MockMessaging.Seeding;
using Xunit;

namespace MockMessaging.Tests.Scenarios.Media;

/// <summary>The links in pushes of customers lead to real files.</summary>
public sealed class MediaLinksTests(MockServer server)
{
    [Theory]
    [InlineData("""{"type":"image"}""", "image/jpeg", "FFD8FF")]
    [InlineData("""{"sticker":{}}""", "image/webp", "52494646")]
    [InlineData("""{"type":"video"}""", "video/mp4", "0000001C66747970")]
    [InlineData("""{"type":"audio"}""", "audio/mpeg", "FFF3")]
    [InlineData("""{"type":"voice"}""", "audio/ogg", "4F676753")]
    [InlineData("""{"type":"document"}""", "application/pdf", "255044462D")]
    [InlineData("""{"image":{"mime_type":"image/png"}}""", "image/png", "89504E470D0A1A0A")]
    [InlineData("""{"image":{"filename":"a.gif"}}""", "image/gif", "474946383961")]
    [InlineData("""{"video":{"filename":"a.3gp"}}""", "video/3gpp", "0000001C667479703367")]
    [InlineData("""{"audio":{"mime_type":"audio/wav"}}""", "audio/wav", "52494646")]
    [InlineData("""{"voice":{"mime_type":"audio/ogg; codecs=opus"}}""", "audio/ogg; codecs=opus", "4F676753")]
    [InlineData("""{"document":{"filename":"a b.docx"}}""", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "504B0304")]
    [InlineData("""{"document":{"filename":"a.xlsx"}}""", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "504B0304")]
    [InlineData("""{"document":{"filename":"a.csv"}}""", "text/csv", "6F72646572")]
    [InlineData("""{"document":{"filename":"ä/ö.txt"}}""", "text/plain", "53616D706C65")]
    [InlineData("""{"document":{"filename":"..","mime_type":"text/plain"}}""", "text/plain", "53616D706C65")]
    public async Task Link_of_a_customers_file_gives_bytes_of_its_type(string message, string type, string magic)
    {
        var workspace = await server.NewWorkspaceAsync();
        var pushed = (await workspace.CustomerWritesAsync(JsonNode.Parse(message)))["message"]!["attachments"]![0]!;

        using var response = await Downloads.FetchAsync((string)pushed["link"]!);

        Assert.Equal((HttpStatusCode.OK, type, (string?)pushed["mime_type"]), (response.StatusCode, response.Content.Headers.ContentType?.ToString(), type));
        Assert.StartsWith(magic, Convert.ToHexString(await response.Content.ReadAsByteArrayAsync(TestWorkspace.Cancelled)), StringComparison.Ordinal);
        Assert.Equal((string?)pushed["filename"], response.Content.Headers.ContentDisposition?.FileNameStar ?? response.Content.Headers.ContentDisposition?.FileName?.Trim('"'));
    }

    [Theory]
    [InlineData("""{"mime_type":"image/png; x=ü"}""")]
    [InlineData("""{"mime_type":"image/png;\r\nx"}""")]
    public async Task Name_or_type_that_no_header_can_carry_does_not_break_the_download(string image)
    {
        var workspace = await server.NewWorkspaceAsync();

        using var response = await Downloads.FetchAsync(await workspace.LinkAsync($$"""{"image":{{image}}}"""));

        Assert.Equal((HttpStatusCode.OK, "image/png"), (response.StatusCode, response.Content.Headers.ContentType?.ToString()));
    }

    [Fact]
    public void Sample_files_are_small() => Assert.All(SampleFile.MimeTypes, type => Assert.InRange(SampleFile.Find(type)!.Content.Length, 10, 4_096));

    [Fact]
    public async Task Link_has_the_callers_address_and_no_key()
    {
        var workspace = await server.NewWorkspaceAsync();

        var link = await workspace.LinkAsync();

        Assert.StartsWith(workspace.Server + "_sandbox/media/", link, StringComparison.Ordinal);
        Assert.DoesNotContain(workspace.Key!, link, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Link_has_the_public_address_where_one_is_set()
    {
        await using var own = await MockServer.StartAsync(("Media:PublicAddress", "https://sandbox.example.com/mock/"));

        Assert.StartsWith("https://sandbox.example.com/mock/_sandbox/media/", await new TestWorkspace(own.BaseAddress, "public").LinkAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Public_address_that_is_none_stops_the_start()
    {
        var refused = await Assert.ThrowsAsync<Microsoft.Extensions.Options.OptionsValidationException>(() => MockServer.StartAsync(("Media:PublicAddress", "sandbox:8080")));

        Assert.Contains("Media:PublicAddress", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Same_seed_and_calls_give_the_same_links_apart_from_address_and_workspace()
    {
        async Task<string[]> LinksAsync()
        {
            var workspace = await server.NewWorkspaceAsync();
            (await workspace.CallAsync(HttpMethod.Patch, "/_sandbox/workspace", """{"seed":7}""")).Ok();
            string[] links = [await workspace.LinkAsync(), await workspace.LinkAsync("""{"type":"document"}"""), (string)(await workspace.UploadAsync())["link"]!];
            return [.. links.Select(link => new Uri(link).Segments[^2] + new Uri(link).Segments[^1])];
        }

        var links = await LinksAsync();

        Assert.Equal(links, await LinksAsync());
        Assert.Distinct(links);
    }

    [Fact]
    public async Task Link_of_one_workspace_does_not_open_the_file_of_another_with_the_same_seed()
    {
        await using var own = await MockServer.StartAsync(("Seeding:Seed", "42"));
        var (one, other) = (new TestWorkspace(own.BaseAddress, "one"), new TestWorkspace(own.BaseAddress, "other"));
        await one.FreezeAsync();
        await other.FreezeAsync();
        var (link, others) = (await one.LinkAsync(), await other.LinkAsync());

        await one.ResetAsync();

        Assert.NotEqual(link, others);
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.OK), (await Downloads.StatusAsync(link), await Downloads.StatusAsync(others)));
    }

    [Fact]
    public async Task Range_gives_the_part_and_a_wrong_one_416()
    {
        var link = await (await server.NewWorkspaceAsync()).LinkAsync("""{"type":"video"}""");
        var whole = await Downloads.BytesAsync(link);

        using var part = await Downloads.FetchAsync(link, headers => headers.Range = new RangeHeaderValue(4, 7));
        using var beyond = await Downloads.FetchAsync(link, headers => headers.Range = new RangeHeaderValue(100_000, null));

        Assert.Equal((HttpStatusCode.PartialContent, "ftyp"), (part.StatusCode, await part.Content.ReadAsStringAsync(TestWorkspace.Cancelled)));
        Assert.Equal($"bytes 4-7/{whole.Length}", part.Content.Headers.ContentRange?.ToString());
        Assert.Equal(HttpStatusCode.RequestedRangeNotSatisfiable, beyond.StatusCode);
    }

    [Fact]
    public async Task Head_gives_length_and_type_without_the_bytes()
    {
        var link = await (await server.NewWorkspaceAsync()).LinkAsync();

        using var head = await Downloads.FetchAsync(HttpMethod.Head, link);

        Assert.Equal((HttpStatusCode.OK, "image/jpeg"), (head.StatusCode, head.Content.Headers.ContentType?.MediaType));
        Assert.Equal((await Downloads.BytesAsync(link)).Length, head.Content.Headers.ContentLength);
        Assert.Empty(await head.Content.ReadAsByteArrayAsync(TestWorkspace.Cancelled));
    }

    [Fact]
    public async Task File_that_the_client_has_is_not_sent_again()
    {
        var link = await (await server.NewWorkspaceAsync()).LinkAsync();
        using var first = await Downloads.FetchAsync(link);

        using var again = await Downloads.FetchAsync(link, headers => headers.IfNoneMatch.Add(first.Headers.ETag!));

        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
    }

    [Fact]
    public async Task Link_that_is_changed_gets_404_in_the_words_of_the_provider()
    {
        var workspace = await server.NewWorkspaceAsync();
        var segments = new Uri(await workspace.LinkAsync()).Segments;
        var (word, id) = (segments[3].TrimEnd('/'), segments[4].TrimEnd('/'));

        foreach (var path in new[] { $"{word}/{id[..^1]}x/a.jpg", $"{word}/{id[..24]}/a.jpg", $"0000000000000000/{id}/a.jpg", $"{word}/x/a.jpg" })
        {
            using var refused = await Downloads.FetchAsync($"{workspace.Server}_sandbox/media/{path}");
            var body = JsonNode.Parse(await refused.Content.ReadAsStringAsync(TestWorkspace.Cancelled))!;
            Assert.Equal((HttpStatusCode.NotFound, "HTTP_NOT_FOUND"), (refused.StatusCode, (string?)body["statusKey"]));
        }
    }

    [Theory]
    [InlineData("""{"image":{"mime_type":"image/heic"}}""", "image.mime_type", "image/png")]
    [InlineData("""{"video":{"filename":"a.mkv"}}""", "video.filename", "POST /_sandbox/media")]
    [InlineData("""{"image":{"mediaId":"61f3810a02e14c0877fc1a99"}}""", "image.mediaId", "GET /_sandbox/media")]
    [InlineData("""{"image":{"mediaid":"1"}}""", "image.mediaid", "did you mean 'mediaId'")]
    public async Task File_that_is_not_there_is_refused_before_anything_changes(string message, string field, string words)
    {
        var workspace = await server.NewWorkspaceAsync();

        var refused = (await workspace.PostAsync("/_sandbox/inbound", JsonNode.Parse(message)!)).Is(HttpStatusCode.BadRequest);

        Assert.Equal(field, (string?)refused.Body!["field"]);
        Assert.Contains(words, (string?)refused.Body["detail"], StringComparison.Ordinal);
        Assert.Equal(0, (int)(await workspace.LookAsync())["contacts"]!);
    }

    [Fact]
    public async Task File_of_a_message_is_there_after_a_restart_and_not_after_a_reset()
    {
        var folder = Directory.CreateTempSubdirectory("media");
        try
        {
            var path = Path.Combine(folder.FullName, "data.db");
            string link, uploaded;
            await using (var first = await MockServer.StartAsync(("Storage:Path", path)))
            {
                var workspace = new TestWorkspace(first.BaseAddress, "restarted");
                var id = (string)(await workspace.UploadAsync())["id"]!;
                (link, uploaded) = (await workspace.LinkAsync(), await workspace.LinkAsync($$$"""{"image":{"mediaId":"{{{id}}}"}}"""));
            }

            await using var second = await MockServer.StartAsync(("Storage:Path", path));
            string Moved(string old) => new Uri(second.BaseAddress, new Uri(old).PathAndQuery).ToString();

            Assert.Equal("FFD8", Convert.ToHexString((await Downloads.BytesAsync(Moved(link)))[..2]));
            Assert.Equal(Downloads.Pixel, await Downloads.BytesAsync(Moved(uploaded)));

            await new TestWorkspace(second.BaseAddress, "restarted").ResetAsync();

            Assert.Equal(HttpStatusCode.NotFound, await Downloads.StatusAsync(Moved(link)));
            Assert.Equal(HttpStatusCode.NotFound, await Downloads.StatusAsync(Moved(uploaded)));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task Customers_who_write_by_themselves_send_files_that_are_there()
    {
        var workspace = await server.NewWorkspaceAsync();
        (await workspace.PostAsync("/_sandbox/traffic", JsonNode.Parse("""{"contacts":2,"inboundPerMinute":60,"for":"PT1M"}""")!)).Ok();
        await workspace.AdvanceAsync("PT1M");

        var messages = (await workspace.GetAsync("/_sandbox/messages?limit=1000")).Ok().Body!["messages"]!.AsArray();
        var links = messages.SelectMany(message => message!["content"]?["attachments"]?.AsArray() ?? []).Select(file => (string)file!["link"]!).ToList();

        Assert.NotEmpty(links);
        foreach (var link in links)
        {
            Assert.Equal(HttpStatusCode.OK, await Downloads.StatusAsync(link));
        }
    }

    [Fact]
    public async Task Scripts_in_a_file_cannot_act_in_the_name_of_the_live_page()
    {
        var workspace = await server.NewWorkspaceAsync();
        var page = await workspace.UploadAsync(Encoding.UTF8.GetBytes("<script>alert(1)</script>"), "text/html", "");

        using var response = await Downloads.FetchAsync((string)page["link"]!);

        Assert.Contains("default-src 'none'", response.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Equal("nosniff", response.Headers.GetValues("X-Content-Type-Options").Single());
    }
}
