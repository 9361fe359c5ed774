using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using StandardWebhooks;
using StandardWebhooks.Diagnostics;
using Xunit;

namespace MockMessaging.Tests.Scenarios.Pushes;

/// <summary>Signatures by Standard Webhooks, checked by a real receiver with the verifier of its library.</summary>
public sealed class SignedPushesTests(MockServer server)
{
    private const string Secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    [Fact]
    public async Task Every_push_is_verified_although_the_clock_stands_still_in_another_year()
    {
        await using var receiver = await VerifyingReceiver.StartAsync();
        var workspace = await SigningWorkspaceAsync(receiver);
        await workspace.FreezeAsync("2030-01-05T10:00:00Z");

        await workspace.SendTextAsync(body: "Grüße 🙂");
        await workspace.AdvanceAsync();
        await workspace.CustomerWritesAsync();
        (await workspace.PostAsync("/_sandbox/pushes?wait=PT1M", JsonNode.Parse("""{"body":{"anything":"goes: ü"}}""")!)).Ok();
        (await workspace.RawAsync("/_sandbox/webhooks/check", new JsonObject())).Is(HttpStatusCode.OK);

        Assert.All(receiver.Seen, push => Assert.True(push.Verified, push.Body));
        Assert.True(receiver.Seen.Count >= 6, $"{receiver.Seen.Count} pushes");
        Assert.Equal(receiver.Seen.Count, receiver.Seen.Select(push => push.Id).Distinct().Count());
        Assert.All(await workspace.PushesAsync(), push => Assert.Equal("delivered", (string?)push!["state"]));
    }

    [Fact]
    public async Task Retry_and_replay_keep_the_id()
    {
        await using var retrying = await MockServer.StartAsync(("Webhooks:Retries", "PT1S"), ("Webhooks:SigningSecret", Secret));
        await using var receiver = await VerifyingReceiver.StartAsync();
        var workspace = new TestWorkspace(retrying.BaseAddress, "mine");
        await workspace.FreezeAsync();
        await workspace.RegisterWebhookAsync(receiver.Url);
        await workspace.CustomerWritesAsync();
        var before = receiver.Seen.Count;
        receiver.RefusesNext = 1;

        await workspace.CustomerWritesAsync();
        await workspace.AdvanceAsync();
        var push = (await workspace.PushesAsync("?type=messages"))[^1]!;
        var replayed = (await workspace.RawAsync($"/_sandbox/webhooks/{push["id"]}/replay", new JsonObject())).Ok().Body!;
        var again = (await workspace.RawAsync($"/_sandbox/webhooks/{replayed["push"]!["id"]}/replay", new JsonObject())).Ok().Body!;

        var ids = receiver.Seen.Skip(before).Select(seen => seen.Id);
        Assert.Equal(2, push["attempts"]!.AsArray().Count);
        Assert.Equal(Enumerable.Repeat((string)push["id"]!, 4), ids);
        Assert.Equal((string?)push["id"], (string?)again["headers"]!["webhook-id"]);
    }

    [Theory]
    [InlineData("wrongSignature", false)]
    [InlineData("corrupt", false)]
    [InlineData("timestampsInSeconds", true)]
    public async Task Receiver_refuses_what_a_fault_has_spoilt_after_signing(string effect, bool isVerified)
    {
        await using var receiver = await VerifyingReceiver.StartAsync();
        var workspace = await SigningWorkspaceAsync(receiver);
        await workspace.CustomerWritesAsync();
        var before = receiver.Seen.Count;
        var fault = (await workspace.PostAsync("/_sandbox/faults", JsonNode.Parse($$$"""{"target":"webhooks","effect":{"{{{effect}}}":true}}""")!)).Ok().Body!;

        var spoilt = await workspace.CustomerWritesAsync();
        await workspace.CustomerWritesAsync();

        Assert.True((bool?)fault["effect"]![effect]);
        Assert.Equal([isVerified, true], receiver.Seen.Skip(before).Select(push => push.Verified));
        Assert.Equal(isVerified ? "delivered" : "failed", (string?)spoilt["push"]!["state"]);
    }

    [Fact]
    public async Task Detail_of_a_push_shows_what_was_sent()
    {
        await using var receiver = await VerifyingReceiver.StartAsync();
        var workspace = await SigningWorkspaceAsync(receiver);
        await workspace.CustomerWritesAsync();
        var push = (await workspace.PushesAsync("?type=messages")).Single()!;

        var headers = (await workspace.GetAsync($"/_sandbox/webhooks/{push["id"]}")).Ok().Body!["headers"]!;

        var seen = receiver.Seen.Single(one => one.Id == (string)push["id"]!);
        Assert.Equal((seen.Id, seen.Timestamp, seen.Signature), ((string?)headers["webhook-id"], (string?)headers["webhook-timestamp"], (string?)headers["webhook-signature"]));
    }

    [Fact]
    public async Task Secret_is_shown_nowhere_and_a_copy_on_the_server_has_it()
    {
        await using var receiver = await VerifyingReceiver.StartAsync();
        var workspace = await SigningWorkspaceAsync(receiver);
        (await workspace.PostAsync("/_sandbox/snapshots", new JsonObject { ["name"] = "one" })).Ok();
        var fork = (await workspace.PostAsync("/_sandbox/workspaces", new JsonObject())).Ok();
        var copy = new TestWorkspace(workspace.Server, (string)fork.Body!["key"]!);
        string[] shown =
        [
            (await workspace.GetAsync("/_sandbox/workspace")).Text, (await workspace.GetAsync("/_sandbox/export")).Text, (await workspace.GetAsync("/_sandbox/snapshots")).Text,
            (await workspace.GetAsync("/_sandbox/requests")).Text, fork.Text, (await workspace.GetAsync("/_sandbox/webhooks")).Text,
        ];

        await copy.CustomerWritesAsync();
        (await workspace.RawAsync("/_sandbox/snapshots/one/restore", new JsonObject())).Ok();
        var restored = await workspace.LookAsync();
        await workspace.ResetAsync();

        Assert.All(shown, text => Assert.DoesNotContain(Secret[6..], text, StringComparison.Ordinal));
        Assert.Equal(("whsec_***", "whsec_***", null), ((string?)JsonNode.Parse(shown[0])!["signingSecret"], (string?)restored["signingSecret"], (string?)(await workspace.LookAsync())["signingSecret"]));
        Assert.True(Assert.Single(receiver.Seen, push => push.Body.Contains("\"messages\"", StringComparison.Ordinal)).Verified);
    }

    [Fact]
    public async Task Without_a_secret_there_is_no_signature()
    {
        await using var receiver = await VerifyingReceiver.StartAsync();
        var workspace = await SigningWorkspaceAsync(receiver);
        (await workspace.CallAsync(HttpMethod.Patch, "/_sandbox/workspace", """{"signingSecret":""}""")).Ok();

        await workspace.CustomerWritesAsync();
        var refused = (await workspace.PostAsync("/_sandbox/faults", JsonNode.Parse("""{"target":"webhooks","effect":{"wrongSignature":true}}""")!)).Is(HttpStatusCode.BadRequest);

        Assert.All(receiver.Seen, push => Assert.Equal((false, ""), (push.Verified, push.Id + push.Timestamp + push.Signature)));
        Assert.NotEmpty(receiver.Seen);
        Assert.Contains("set signingSecret with PATCH /_sandbox/workspace first", refused.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Secret_survives_a_restart()
    {
        var folder = Directory.CreateTempSubdirectory("mock-messaging-").FullName;
        var path = Path.Combine(folder, "data.db");
        await using (var first = await MockServer.StartAsync(("Storage:Path", path)))
        {
            (await new TestWorkspace(first.BaseAddress, "mine").CallAsync(HttpMethod.Patch, "/_sandbox/workspace", $$"""{"signingSecret":"{{Secret}}"}""")).Ok();
        }

        await using var receiver = await VerifyingReceiver.StartAsync();
        await using (var second = await MockServer.StartAsync(("Storage:Path", path)))
        {
            var workspace = new TestWorkspace(second.BaseAddress, "mine");
            await workspace.RegisterWebhookAsync(receiver.Url);
            await workspace.CustomerWritesAsync();
            await workspace.GetAsync("/_sandbox/wait/idle?timeout=PT10S");
        }

        Assert.Contains(receiver.Seen, push => push.Verified);
        Assert.All(receiver.Seen, push => Assert.True(push.Verified));
        Directory.Delete(folder, recursive: true);
    }

    [Theory]
    [InlineData("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")]
    [InlineData("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLa==")]
    [InlineData("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2La")]
    [InlineData("whsec_MfKQ9r8GKYqrTwjUPD8ILPZ Io2LaLaSw")]
    [InlineData("whsec_***")]
    public async Task Wrong_secret_is_refused_and_not_repeated(string secret)
    {
        var workspace = await server.NewWorkspaceAsync();

        var refused = (await workspace.CallAsync(HttpMethod.Patch, "/_sandbox/workspace", $$"""{"signingSecret":"{{secret}}"}""")).Is(HttpStatusCode.BadRequest).Text;
        var refusal = Assert.Single((await Assert.ThrowsAsync<OptionsValidationException>(() => MockServer.StartAsync(("Webhooks:SigningSecret", secret)))).Failures);

        Assert.Contains("24 to 64 bytes in Base64", refused, StringComparison.Ordinal);
        Assert.StartsWith("Webhooks:SigningSecret: ", refusal, StringComparison.Ordinal);
        Assert.All([refused, refusal], text => Assert.DoesNotContain("MfKQ", text, StringComparison.Ordinal));
    }

    private async Task<TestWorkspace> SigningWorkspaceAsync(VerifyingReceiver receiver)
    {
        var workspace = await server.NewWorkspaceAsync();
        (await workspace.CallAsync(HttpMethod.Patch, "/_sandbox/workspace", $$"""{"signingSecret":"{{Secret}}"}""")).Ok();
        await workspace.RegisterWebhookAsync(receiver.Url);
        return workspace;
    }

    private sealed record Seen(string Body, string Id, string Timestamp, string Signature, bool Verified);

    /// <summary>Responds 401 to what its library does not verify.</summary>
    private sealed class VerifyingReceiver : IAsyncDisposable
    {
        private readonly WebApplication _app;
        private readonly ConcurrentQueue<Seen> _seen = [];

        private VerifyingReceiver(WebApplication app) => _app = app;

        public string Url { get; private set; } = "";

        public IReadOnlyCollection<Seen> Seen => _seen;

        public int RefusesNext { get; set; }

        public static async Task<VerifyingReceiver> StartAsync()
        {
            var builder = WebApplication.CreateSlimBuilder();
            builder.Logging.ClearProviders();
            builder.WebHost.UseUrls("http://127.0.0.1:0");
            var receiver = new VerifyingReceiver(builder.Build());
            receiver._app.Run(receiver.ReceiveAsync);
            await receiver._app.StartAsync(TestWorkspace.Cancelled);
            receiver.Url = receiver._app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
            return receiver;
        }

        public ValueTask DisposeAsync() => _app.DisposeAsync();

        private async Task ReceiveAsync(HttpContext context)
        {
            using var reader = new StreamReader(context.Request.Body, Encoding.UTF8);
            var (body, headers) = (await reader.ReadToEndAsync(context.RequestAborted), context.Request.Headers);
            var verified = Verifies(body, headers);
            if (long.TryParse(headers["webhook-timestamp"], CultureInfo.InvariantCulture, out var seconds))
            {
                Assert.InRange(TimeProvider.System.GetUtcNow() - DateTimeOffset.FromUnixTimeSeconds(seconds), TimeSpan.Zero, TimeSpan.FromMinutes(1));
            }

            _seen.Enqueue(new Seen(body, $"{headers["webhook-id"]}", $"{headers["webhook-timestamp"]}", $"{headers["webhook-signature"]}", verified));
            context.Response.StatusCode = !verified ? StatusCodes.Status401Unauthorized : RefusesNext-- > 0 ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status200OK;
        }

        private static bool Verifies(string body, IHeaderDictionary headers)
        {
            try
            {
                new StandardWebhook(Secret).Verify(body, headers);
                return true;
            }
            catch (WebhookVerificationException)
            {
                return false;
            }
        }
    }
}
