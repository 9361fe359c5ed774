using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Xunit;

namespace MockMessaging.Tests.Scenarios;

/// <summary>How the bytes of a body become text: encodings, charsets, Unicode, depth and names given twice.</summary>
public sealed class BodyTextTests(MockServer server)
{
    private const string Send = "/api/v1/message/send";
    private const string Umlauts = "Grüße";

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    [InlineData("deflate")]
    public async Task Compressed_body_is_read(string encoding)
    {
        var workspace = await server.NewWorkspaceAsync();

        var sent = (await workspace.PostBytesAsync(Send, Compressed(encoding, TestWorkspace.Text(body: Umlauts).ToJsonString()), contentEncoding: encoding)).Ok();

        Assert.Equal(Umlauts, await TextOfAsync(workspace, sent));
    }

    [Fact]
    public async Task Compressed_body_that_becomes_larger_than_the_limit_is_refused()
    {
        var workspace = await server.NewWorkspaceAsync();

        (await workspace.PostBytesAsync(Send, Compressed("gzip", TestWorkspace.Text(body: new string('x', 50_000_000)).ToJsonString()), contentEncoding: "gzip")).Is(HttpStatusCode.RequestEntityTooLarge);
    }

    [Theory]
    [InlineData("gzip", HttpStatusCode.BadRequest)]
    [InlineData("br", HttpStatusCode.BadRequest)]
    [InlineData("zstd", HttpStatusCode.UnsupportedMediaType)]
    public async Task Content_encoding_that_cannot_be_undone_is_named(string encoding, HttpStatusCode status)
    {
        var workspace = await server.NewWorkspaceAsync();

        var refused = (await workspace.PostBytesAsync(Send, "no such thing"u8.ToArray(), contentEncoding: encoding)).Is(status);

        Assert.Equal("Content-Encoding", (string?)refused.Error["field"]);
        Assert.Contains(encoding, (string?)refused.Error["description"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("iso-8859-1")]
    [InlineData("windows-1252")]
    [InlineData("utf-16")]
    [InlineData("utf-16le")]
    [InlineData("utf-16be")]
    [InlineData("utf-8")]
    public async Task Charset_that_a_call_declares_is_heeded(string charset)
    {
        var workspace = await server.NewWorkspaceAsync();
        var bytes = (CodePagesEncodingProvider.Instance.GetEncoding(charset) ?? Encoding.GetEncoding(charset)).GetBytes(TestWorkspace.Text(body: Umlauts).ToJsonString(Readable));

        var sent = (await workspace.PostBytesAsync(Send, bytes, $"application/json; charset={charset}")).Ok();

        Assert.Equal(Umlauts, await TextOfAsync(workspace, sent));
    }

    [Fact]
    public async Task Charset_nobody_knows_is_named()
    {
        var workspace = await server.NewWorkspaceAsync();

        var refused = (await workspace.PostBytesAsync(Send, "{}"u8.ToArray(), "application/json; charset=klingon")).Is(HttpStatusCode.UnsupportedMediaType);
        (await workspace.PostBytesAsync(Send, "{}"u8.ToArray(), "application/json; charset=utf-7")).Is(HttpStatusCode.UnsupportedMediaType);

        Assert.Contains("'klingon'", (string?)refused.Error["description"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Send)]
    [InlineData("/_sandbox/inbound")]
    public async Task Byte_order_mark_is_skipped(string path)
    {
        var workspace = await server.NewWorkspaceAsync();
        var body = path == Send ? TestWorkspace.Text() : new JsonObject { ["from"] = new JsonObject { ["phone"] = TestWorkspace.Phone } };

        (await workspace.PostBytesAsync(path, [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(body.ToJsonString())])).Ok();
        (await workspace.PostBytesAsync(path, [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(body.ToJsonString())])).Ok();
    }

    [Theory]
    [InlineData(Send)]
    [InlineData("/_sandbox/inbound")]
    public async Task Bytes_that_are_no_utf8_are_refused_as_that(string path)
    {
        var workspace = await server.NewWorkspaceAsync();

        var refused = (await workspace.PostBytesAsync(path, [.. "{\"z"u8, 0xFF, .. "\":1}"u8])).Is(HttpStatusCode.BadRequest);

        Assert.Contains("not valid utf-8", refused.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""cut \ud83d""", "cut \uFFFD")]
    [InlineData("""\udc00 first""", "\uFFFD first")]
    [InlineData("""\ud83d\ud83d\ude00""", "\uFFFD😀")]
    [InlineData("""a backslash \\ud83d""", """a backslash \ud83d""")]
    public async Task Half_an_emoji_is_replaced_and_mentioned(string escaped, string read)
    {
        var workspace = await server.NewWorkspaceAsync();

        var sent = (await workspace.CallAsync(HttpMethod.Post, Send, TestWorkspace.Text(body: "TEXT").ToJsonString().Replace("TEXT", escaped, StringComparison.Ordinal))).Ok();

        Assert.Equal(read, await TextOfAsync(workspace, sent));
        Assert.Equal(read.Contains('\uFFFD', StringComparison.Ordinal), sent.Header("X-Sandbox-Warnings")?.Contains("half of a character", StringComparison.Ordinal) ?? false);
        (await workspace.GetAsync("/_sandbox/export")).Ok();
        (await workspace.GetAsync("/_sandbox/requests")).Ok();
    }

    [Fact]
    public async Task Control_plane_refuses_half_an_emoji()
    {
        var workspace = await server.NewWorkspaceAsync();

        var refused = (await workspace.CallAsync(HttpMethod.Post, "/_sandbox/faults", """{"target":{"path":"\ud800"},"effect":{"status":503}}""")).Is(HttpStatusCode.BadRequest);

        Assert.Contains("not valid Unicode", (string?)refused.Body!["detail"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/api/v1/data/push", 30, HttpStatusCode.OK)]
    [InlineData("/api/v1/data/push", 31, HttpStatusCode.BadRequest)]
    [InlineData("/api/v1/event/push", 63, HttpStatusCode.BadRequest)]
    [InlineData("/api/v1/message/receive", 60, HttpStatusCode.BadRequest)]
    public async Task What_is_accepted_can_be_exported_and_brought_back(string path, int levels, HttpStatusCode status)
    {
        var workspace = await server.NewWorkspaceAsync();
        var deep = string.Concat(Enumerable.Repeat("""{"a":""", levels)) + "1" + new string('}', levels);

        (await workspace.CallAsync(HttpMethod.Post, path, $$$"""{"id":"x","type":"order","data":{"s":{{{deep}}}}}""")).Is(status);

        var archive = (await workspace.GetAsync("/_sandbox/export")).Ok();
        (await workspace.CallAsync(HttpMethod.Post, "/_sandbox/import", archive.Text)).Ok();
        (await workspace.PostAsync("/_sandbox/snapshots", new JsonObject { ["name"] = "deep" })).Ok();
    }

    [Fact]
    public async Task Property_named_twice_counts_as_the_last_one_and_spoils_no_later_check()
    {
        var workspace = await server.NewWorkspaceAsync();
        await workspace.SendTextAsync(body: "Hi");

        var sent = (await workspace.CallAsync(HttpMethod.Post, Send, """
            {"channelId":"wa360:918828218374","to":{"phone":"+9198765"},"type":"text","text":{"body":"first","body":"last"},"type":"text","zzz":{"a":1,"a":2}}
            """)).Ok();

        Assert.Equal("last", await TextOfAsync(workspace, sent));
        Assert.Contains("property 'text.body' is there more than once", sent.Header("X-Sandbox-Warnings"), StringComparison.Ordinal);
        var verified = (await workspace.CallAsync(HttpMethod.Post, "/_sandbox/requests/verify", """{"match":{"body":{"text":{"body":"Hi"}}},"exactly":1}""")).Ok();
        Assert.Equal("pass", (string?)verified.Body!["verdict"]);
    }

    private static readonly System.Text.Json.JsonSerializerOptions Readable = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static byte[] Compressed(string encoding, string text)
    {
        using var target = new MemoryStream();
        using (Stream stream = encoding switch
        {
            "gzip" => new GZipStream(target, CompressionLevel.Fastest),
            "br" => new BrotliStream(target, CompressionLevel.Fastest),
            _ => new ZLibStream(target, CompressionLevel.Fastest),
        })
        {
            stream.Write(Encoding.UTF8.GetBytes(text));
        }

        return target.ToArray();
    }

    private static async Task<string?> TextOfAsync(TestWorkspace workspace, Answer sent) =>
        (string?)(await workspace.GetAsync($"/_sandbox/messages/{sent.Results[0]!["id"]}")).Ok().Body!["text"];
}
