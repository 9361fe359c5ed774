using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using MockMessaging.Tests.Scenarios.Media;
using Xunit;

namespace MockMessaging.Tests.Scenarios;

/// <summary>The control plane refuses content that it would have to leave out or to change: a test would wait for it in vain.</summary>
public sealed class StrictContentTests(MockServer server)
{
    [Theory]
    [InlineData("""{"text":{"body":"LOST"},"image":{}}""", "image", "image.caption")]
    [InlineData("""{"messages":[{"text":{"body":"a"},"reply":{"title":"b"}}]}""", "messages[0].reply", "text as well")]
    [InlineData("""{"type":"image","text":{"body":"LOST"}}""", "text", "image.caption")]
    [InlineData("""{"type":"reaction","image":{}}""", "image", "'reaction'")]
    [InlineData("""{"type":"imgae","image":{"caption":"a"}}""", "type", "did you mean 'image'?")]
    [InlineData("""{"contacts":[null]}""", "contacts[0]", "it is null")]
    [InlineData("""{"contacts":[]}""", "contacts", "one card")]
    [InlineData("""{"type":5}""", "type", "expected a string")]
    [InlineData("""{"text":{"body":5}}""", "text.body", "expected a string")]
    [InlineData("""{"location":{"latitude":"x"}}""", "location.latitude", "12.90909")]
    [InlineData("""{"location":{"longitude":181}}""", "location.longitude", "180")]
    [InlineData("""{"document":{"filename":"a\u0000.pdf"}}""", "document.filename", "control characters")]
    [InlineData("""{"document":{"filename":"a.xyz"}}""", "document.filename", "mime_type")]
    [InlineData("""{"document":{"filename":"README"}}""", "document.filename", "mime_type")]
    [InlineData("""{"image":{"mime_type":"image/jpg"}}""", "image.mime_type", "did you mean 'image/jpeg'?")]
    [InlineData("""{"from":{"email":"ana@example.com"}}""", "from", "from.phone")]
    [InlineData("""{"from":{"contactId":"wa919988776655_777"}}""", "from.contactId", "GET /_sandbox/channels")]
    [InlineData("""{"channelId":"wa360:777"}""", "channelId", "GET /_sandbox/channels")]
    public async Task Customer_does_not_write_what_the_push_would_not_have(string body, string field, string words)
    {
        var refused = await RefusedAsync("POST", "/_sandbox/inbound", body);

        Assert.StartsWith(field, (string?)refused["field"], StringComparison.Ordinal);
        Assert.Contains(words, (string?)refused["detail"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Null_is_an_item_where_any_json_is_allowed()
    {
        var workspace = await server.NewWorkspaceAsync();

        (await workspace.CallAsync(HttpMethod.Put, "/_sandbox/vars/a", """{"value":[null]}""")).Ok();
        (await workspace.CallAsync(HttpMethod.Post, "/_sandbox/inbound", """{"type":"reaction","content":{"any":[null]}}""")).Ok();
    }

    [Theory]
    [InlineData("POST", "/_sandbox/faults", """{"name":"a/b","effect":{"status":503}}""", "name")]
    [InlineData("POST", "/_sandbox/faults", """{"name":"..","effect":{"status":503}}""", "name")]
    [InlineData("POST", "/_sandbox/faults", """{"name":" ","effect":{"status":503}}""", "name")]
    [InlineData("POST", "/_sandbox/faults", """{"target":"media","effect":{"processed":true}}""", "effect.processed")]
    [InlineData("POST", "/_sandbox/faults", """{"target":"media","effect":{"status":404},"ttl":"PT0S"}""", "ttl")]
    [InlineData("POST", "/_sandbox/snapshots", """{"name":"a\\b"}""", "name")]
    [InlineData("POST", "/_sandbox/snapshots", """{"name":"a\nb"}""", "name")]
    [InlineData("POST", "/_sandbox/snapshots", """{"name":".."}""", "name")]
    [InlineData("POST", "/_sandbox/snapshots", """{"name":" "}""", "name")]
    [InlineData("POST", "/_sandbox/workspaces", """{"key":"a\r\nb"}""", "key")]
    [InlineData("PUT", "/_sandbox/templates/a", """{"code":1,"body":"a"}""", "code")]
    [InlineData("PUT", "/_sandbox/templates/a", """{"code":"A","body":"a","contactType":"WHATSAPP","approved":[{"channelId":"sms:447700900461"}]}""", "approved[0].channelId")]
    [InlineData("PATCH", "/_sandbox/templates/65e1a4117b3c4d0012f8a641", """{"status":"paused","channelId":"sms:447700900461"}""", "channelId")]
    [InlineData("PUT", "/_sandbox/channels/wa360:1", """{"name":5}""", "name")]
    [InlineData("PUT", "/_sandbox/channels/wa360:1", """{"type":"sms"}""", "type")]
    [InlineData("PUT", "/_sandbox/apps/a", """{"appType":"BOT","appMode":"WEBHOOK"}""", "appMode")]
    [InlineData("PUT", "/_sandbox/vars/a", """{"value":[1e400]}""", "value")]
    [InlineData("PUT", "/_sandbox/templates/a", """{"code":"A","body":"a","approved":[null]}""", "approved[0]")]
    [InlineData("PUT", "/_sandbox/templates/a", """{"code":"A","body":"a","approved":[{"channelId":"wa360:918828218374"},null]}""", "approved[1]")]
    [InlineData("PUT", "/_sandbox/templates/a", """{"code":"A","body":"a","attachments":[null]}""", "attachments[0]")]
    [InlineData("POST", "/_sandbox/outcomes", """{"turns":[{"says":"a"},null]}""", "turns[1]")]
    [InlineData("POST", "/_sandbox/outcomes", """{"sends":{"contacts":[{"phones":[{"phone":"1"},null]}]}}""", "sends.contacts[0].phones[1]")]
    [InlineData("POST", "/_sandbox/inbound", """{"contacts":[{"phones":[null]}]}""", "contacts[0].phones[0]")]
    public async Task Name_type_number_or_item_that_cannot_be_kept_is_refused(string method, string path, string body, string field) =>
        Assert.Equal(field, (string?)(await RefusedAsync(method, path, body))["field"]);

    [Theory]
    [InlineData("""{"text":{"body":"\ud83d"}}""", "send both halves")]
    [InlineData("""{"type":"text","type":"text"}""", "give it once.")]
    [InlineData("""{"txt":{}}""", "(did you mean 'text'?).")]
    public async Task Refusal_says_what_to_do_instead(string body, string words) =>
        Assert.EndsWith(words, ((string?)(await RefusedAsync("POST", "/_sandbox/inbound", body))["detail"])!.Split(", or leave the")[0], StringComparison.Ordinal);

    [Theory]
    [InlineData("{}", "no format, no version")]
    [InlineData("""{"format":"mock-messaging-workspace","version":1,"archivedAt":"2026-01-05T10:00:00Z","seed":1,"records":null}""", "records: it is null")]
    public async Task Import_names_what_is_missing(string body, string words)
    {
        var detail = (string?)(await RefusedAsync("POST", "/_sandbox/import", body))["detail"];

        Assert.Contains(words, detail, StringComparison.Ordinal);
        Assert.DoesNotContain("MockMessaging.", detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Name_of_an_app_in_place_of_its_id_is_answered_with_the_id()
    {
        var workspace = await server.NewWorkspaceAsync();

        Assert.Contains("61ec7d902ce85742b201c5a0", (string?)(await workspace.GetAsync("/_sandbox/apps/my_bot")).Is(HttpStatusCode.NotFound).Body!["detail"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Imported_file_has_a_name_that_a_link_can_carry()
    {
        var workspace = await server.NewWorkspaceAsync();
        await workspace.UploadAsync();
        var archive = (await workspace.GetAsync("/_sandbox/export")).Ok().Text.Replace("lamp.png", "a\\u0000.png", StringComparison.Ordinal);

        var refused = (await workspace.PostBytesAsync("/_sandbox/import", Encoding.UTF8.GetBytes(archive))).Is(HttpStatusCode.BadRequest);

        Assert.EndsWith("data.filename", (string?)refused.Body!["field"], StringComparison.Ordinal);
    }

    private async Task<JsonNode> RefusedAsync(string method, string path, string body) =>
        (await (await server.NewWorkspaceAsync()).CallAsync(new HttpMethod(method), path, body)).Is(HttpStatusCode.BadRequest).Body!;
}
