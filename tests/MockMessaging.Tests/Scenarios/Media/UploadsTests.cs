using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Xunit;

namespace MockMessaging.Tests.Scenarios.Media;

/// <summary>Files of a test's own, for customers to send.</summary>
public sealed class UploadsTests(MockServer server)
{
    private const string Form = "multipart/form-data; boundary=b";

    [Theory]
    [InlineData("mediaId", "id")]
    [InlineData("link", "link")]
    public async Task Uploaded_file_is_pushed_as_a_link_that_a_receiver_can_fetch(string property, string from)
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        var workspace = await server.NewWorkspaceAsync();
        await workspace.RegisterWebhookAsync(receiver.Url);
        var file = await workspace.UploadAsync(Encoding.UTF8.GetBytes("Ünvoice"), "application/x-invoice", "?filename=in%20voice.bin");

        await workspace.CustomerWritesAsync(new JsonObject { ["document"] = new JsonObject { [property] = (string)file[from]!, ["caption"] = "Mine" } });

        var pushed = receiver.All.Last(push => push.Subject == "document").Body["messages"]![0]!["document"]!;
        Assert.Equal(("in voice.bin", "application/x-invoice", "Mine"), ((string?)pushed["filename"], (string?)pushed["mime_type"], (string?)pushed["caption"]));
        Assert.Equal("Ünvoice", Encoding.UTF8.GetString(await Downloads.BytesAsync((string)pushed["link"]!)));
    }

    [Fact]
    public async Task Link_of_an_upload_that_is_changed_gets_404()
    {
        var link = (string)(await (await server.NewWorkspaceAsync()).UploadAsync())["link"]!;
        var id = new Uri(link).Segments[4].TrimEnd('/');

        Assert.Equal(HttpStatusCode.NotFound, await Downloads.StatusAsync(link.Replace(id, id[..24] + new string('0', id.Length - 24), StringComparison.Ordinal)));
        Assert.Equal(HttpStatusCode.OK, await Downloads.StatusAsync(link));
    }

    [Fact]
    public async Task Form_with_a_file_is_taken_with_the_name_and_type_of_its_part()
    {
        var workspace = await server.NewWorkspaceAsync();
        var body = "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"C:\\a.txt\"\r\nContent-Type: text/plain\r\n\r\nhello\r\n--b--\r\n";

        var file = await workspace.UploadAsync(Encoding.ASCII.GetBytes(body), Form, "");

        Assert.Equal(("a.txt", "text/plain", 5), ((string?)file["filename"], (string?)file["mimeType"], (int)file["bytes"]!));
        Assert.Equal("2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824", (string?)file["sha256"]);
        Assert.Equal("hello", Encoding.ASCII.GetString(await Downloads.BytesAsync((string)file["link"]!)));
    }

    [Theory]
    [InlineData("application/octet-stream", "?filename=a.docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document")]
    [InlineData("application/octet-stream", "?filename=a.xyz", "application/octet-stream")]
    [InlineData("", "?filename=a.pdf", "application/pdf")]
    public async Task Type_that_says_nothing_follows_from_the_name(string type, string query, string expected)
    {
        var workspace = await server.NewWorkspaceAsync();

        Assert.Equal(expected, (string?)(await workspace.UploadAsync(type: type, query: query))["mimeType"]);
    }

    [Fact]
    public async Task Name_that_is_not_given_follows_from_the_type()
    {
        var workspace = await server.NewWorkspaceAsync();

        Assert.Equal("file.png", (string?)(await workspace.UploadAsync(query: ""))["filename"]);
    }

    [Theory]
    [InlineData("", "image/png", "", 400, "empty")]
    [InlineData("x", "", "", 415, "Content-Type")]
    [InlineData("x", "image", "", 415, "image/png")]
    [InlineData("x", "image/*", "", 415, "image/png")]
    [InlineData("x", "application/x-www-form-urlencoded", "", 415, "image/png")]
    [InlineData("x", "image/png", "?filename=a%2Fb.png", 400, "filename")]
    [InlineData("x", "image/png", "?filename=..", 400, "filename")]
    [InlineData("x", "image/png", "?filname=a.png", 400, "did you mean 'filename'")]
    [InlineData("x", "multipart/form-data", "", 400, "boundary")]
    [InlineData("x", Form, "", 400, "cannot be read")]
    [InlineData("--b--\r\n", Form, "", 400, "no part 'file'")]
    [InlineData("--b\r\nContent-Disposition: form-data; name=\"fiel\"\r\n\r\nx\r\n--b--\r\n", Form, "", 400, "did you mean 'file'")]
    [InlineData("--b\r\nContent-Disposition: form-data; name=\"file\"\r\n\r\nx\r\n--b--\r\n", Form, "", 415, "Content-Type")]
    [InlineData("--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.png\"\r\n\r\n\r\n--b--\r\n", Form, "", 400, "empty")]
    [InlineData("--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.png\"\r\n\r\nx\r\n--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"b.png\"\r\n\r\nx\r\n--b--\r\n", Form, "", 400, "twice")]
    public async Task Upload_that_is_no_file_is_refused_with_the_fix(string body, string type, string query, int status, string words)
    {
        var workspace = await server.NewWorkspaceAsync();

        var refused = await workspace.PostBytesAsync("/_sandbox/media" + query, Encoding.ASCII.GetBytes(body), type);

        Assert.Equal((status, "application/problem+json"), ((int)refused.Status, refused.Raw.Content.Headers.ContentType?.MediaType));
        Assert.Contains(words, refused.Text.Replace("\\u0027", "'", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Empty((await workspace.GetAsync("/_sandbox/media")).Ok().Body!["media"]!.AsArray());
    }

    [Fact]
    public async Task Compressed_upload_is_refused()
    {
        var workspace = await server.NewWorkspaceAsync();

        Assert.Contains("Content-Encoding", (await workspace.PostBytesAsync("/_sandbox/media", Downloads.Pixel, "image/png", "gzip")).Is(HttpStatusCode.UnsupportedMediaType).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Limits_of_size_total_and_number_name_their_settings()
    {
        await using var own = await MockServer.StartAsync(("Limits:MaxMediaBytes", "1024"), ("Limits:MediaBytes", "2000"), ("Limits:MediaFiles", "2"));
        var workspace = new TestWorkspace(own.BaseAddress, "full");
        async Task RefusedAsync(int bytes, HttpStatusCode status, string setting) =>
            Assert.Contains(setting, (await workspace.PostBytesAsync("/_sandbox/media", new byte[bytes], "image/png")).Is(status).Text, StringComparison.Ordinal);

        await RefusedAsync(1_025, HttpStatusCode.RequestEntityTooLarge, "Limits:MaxMediaBytes");
        await workspace.UploadAsync(new byte[1_024]);
        await RefusedAsync(1_000, HttpStatusCode.Conflict, "Limits:MediaBytes");
        var second = await workspace.UploadAsync(new byte[10]);
        await RefusedAsync(1, HttpStatusCode.Conflict, "Limits:MediaFiles");

        (await workspace.CallAsync(HttpMethod.Delete, $"/_sandbox/media/{second["id"]}", null)).Is(HttpStatusCode.NoContent);
        await workspace.UploadAsync(new byte[976]);
    }

    [Fact]
    public async Task Files_are_listed_in_pages_found_and_removed()
    {
        var workspace = await server.NewWorkspaceAsync();
        var (first, second) = (await workspace.UploadAsync(), await workspace.UploadAsync());
        var used = await workspace.LinkAsync($$$"""{"image":{"mediaId":"{{{first["id"]}}}"}}""");

        var page = (await workspace.GetAsync("/_sandbox/media?limit=1")).Ok().Body!;
        Assert.Equal((string?)first["id"], (string?)page["media"]![0]!["id"]);
        Assert.Equal((string?)second["id"], (string?)(await workspace.GetAsync($"/_sandbox/media?after={page["next"]}")).Ok().Body!["media"]![0]!["id"]);
        Assert.True(JsonNode.DeepEquals(second, (await workspace.GetAsync($"/_sandbox/media/{second["id"]}")).Ok().Body));

        (await workspace.CallAsync(HttpMethod.Delete, $"/_sandbox/media/{first["id"]}", null)).Is(HttpStatusCode.NoContent);
        Assert.Equal(HttpStatusCode.NotFound, await Downloads.StatusAsync(used));
        (await workspace.CallAsync(HttpMethod.Delete, $"/_sandbox/media/{first["id"]}", null)).Is(HttpStatusCode.NotFound);
        (await workspace.CallAsync(HttpMethod.Delete, "/_sandbox/media", null)).Is(HttpStatusCode.NoContent);
        Assert.Equal(HttpStatusCode.NotFound, await Downloads.StatusAsync((string)second["link"]!));
    }

    [Fact]
    public async Task Fork_has_its_own_copy_and_its_messages_link_to_it()
    {
        var workspace = await server.NewWorkspaceAsync();
        var file = await workspace.UploadAsync();
        var (sample, uploaded) = (await workspace.LinkAsync(), await workspace.LinkAsync($$$"""{"image":{"mediaId":"{{{file["id"]}}}"}}"""));

        var fork = new TestWorkspace(server.BaseAddress, (string)(await workspace.PostAsync("/_sandbox/workspaces", new JsonObject())).Ok().Body!["key"]!);
        await workspace.ResetAsync();

        var links = (await fork.GetAsync("/_sandbox/messages")).Ok().Body!["messages"]!.AsArray().Select(message => (string)message!["content"]!["attachments"]![0]!["link"]!).ToList();
        Assert.Equal(2, links.Count);
        Assert.DoesNotContain(links, link => link == sample || link == uploaded);
        Assert.Equal(Downloads.Pixel, await Downloads.BytesAsync(links[1]));
        Assert.Equal(HttpStatusCode.OK, await Downloads.StatusAsync(links[0]));
        Assert.Equal(HttpStatusCode.NotFound, await Downloads.StatusAsync(uploaded));
    }

    [Fact]
    public async Task Snapshot_and_export_carry_the_files()
    {
        var workspace = await server.NewWorkspaceAsync();
        var link = (string)(await workspace.UploadAsync())["link"]!;
        (await workspace.PostAsync("/_sandbox/snapshots", new JsonObject { ["name"] = "with-file" })).Ok();
        var export = (await workspace.GetAsync("/_sandbox/export")).Ok().Text;
        await workspace.ResetAsync();

        (await workspace.PostAsync("/_sandbox/snapshots/with-file/restore", new JsonObject())).Ok();
        Assert.Equal(Downloads.Pixel, await Downloads.BytesAsync(link));

        await workspace.ResetAsync();
        (await workspace.CallAsync(HttpMethod.Post, "/_sandbox/import", export)).Ok();
        Assert.Equal(Downloads.Pixel, await Downloads.BytesAsync(link));
    }

    [Theory]
    [InlineData("""{"id":"x","filename":"a","mimeType":"image/png","token":"0123456789abcdef","at":0,"content":"QQ=="}""", "id")]
    [InlineData("""{"id":"61f3810a02e14c0877fc1a99","filename":"a","mimeType":"image/png","token":"short","at":0,"content":"QQ=="}""", "token")]
    [InlineData("""{"id":"61f3810a02e14c0877fc1a99","filename":"a","mimeType":"none","token":"0123456789abcdef","at":0,"content":"QQ=="}""", "mimeType")]
    [InlineData("""{"id":"61f3810a02e14c0877fc1a99","filename":"a","mimeType":"image/png","token":"0123456789abcdef","at":0,"content":""}""", "content")]
    [InlineData("""{"id":"61f3810a02e14c0877fc1a99","filename":"a","mimeType":"image/png","token":"0123456789abcdef","at":0,"content":"*"}""", "content")]
    [InlineData("""{"id":"61f3810a02e14c0877fc1a99","filename":"a","mimeType":"image/png","token":"0123456789abcdef","at":-1,"content":"QQ=="}""", "at")]
    public async Task Damaged_file_in_an_archive_is_refused(string file, string field)
    {
        var workspace = await server.NewWorkspaceAsync();

        var refused = (await workspace.CallAsync(HttpMethod.Post, "/_sandbox/import", $$"""
            {"format":"mock-messaging-workspace","version":1,"archivedAt":"2026-01-05T10:00:00Z","seed":1,"records":[{"kind":"MediaFile","data":{{file}}}]}
            """)).Is(HttpStatusCode.BadRequest);

        Assert.Equal($"records[0].data.{field}", (string?)refused.Body!["field"]);
    }
}
