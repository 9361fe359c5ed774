using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Xunit;

namespace MockMessaging.Tests.Scenarios;

public sealed class DeadReceiverTests
{
    private const string SecondApp = "61ec7d912ce85742b201c5a1";

    [Fact]
    public async Task Thousand_contacts_whose_receiver_never_answers_delay_no_other_app()
    {
        var never = new TaskCompletionSource();
        await using var dead = await WebhookReceiver.StartAsync();
        await using var alive = await WebhookReceiver.StartAsync();
        await using var server = await StartAsync(("Webhooks:ReadTimeoutMilliseconds", "60000"));
        var first = new TestWorkspace(server.BaseAddress, "mine");
        var second = first.As(SecondApp);
        var stranger = new TestWorkspace(server.BaseAddress, "another");
        await first.RegisterWebhookAsync(dead.Url);
        await second.RegisterWebhookAsync(alive.Url);
        await stranger.RegisterWebhookAsync(alive.Url);
        await FailOnceAsync(dead, first);
        dead.Answer = context => never.Task.WaitAsync(context.RequestAborted);
        await Parallel.ForAsync(0, 1_000, TestWorkspace.Cancelled, async (contact, _) => await first.SendTextAsync(Phone(1_000 + contact)));

        // The same contacts, which hang for the first app; and those of somebody else.
        var ids = new List<string>();
        for (var contact = 0; contact < 20; contact++)
        {
            ids.Add(await second.SendTextAsync(Phone(1_000 + contact)));
            ids.Add(await stranger.SendTextAsync(Phone(1_000 + contact)));
        }

        var told = new List<(string Id, string Subject)>();
        while (told.Count < 3 * ids.Count)
        {
            var push = await alive.NextAsync();
            told.Add(((string)push.Item["id"]!, push.Subject));
        }

        Assert.All(ids, id => Assert.Equal(["SENT", "DLVRD", "READ"], told.Where(push => push.Id == id).Select(push => push.Subject)));
        var receivers = (await first.GetAsync("/_sandbox/webhooks?state=failed")).Ok().Body!["receivers"]!.AsArray();
        var (slow, quick) = (receivers[0]!, receivers[1]!);
        Assert.Equal(("my_bot", dead.Url, 32, 2_968), ((string?)slow["queue"], (string?)slow["url"], (int)slow["underWay"]!, (int)slow["waiting"]!));
        Assert.Equal((0, 3, false), ((int)slow["delivered"]!, (int)slow["failed"]!, (bool)slow["refusesSends"]!));
        Assert.NotNull(slow["oldestAt"]);
        Assert.Contains("The receiver failed (500)", (string?)slow["lastFailure"], StringComparison.Ordinal);
        Assert.Equal(("second_bot", 0, 0, 60), ((string?)quick["queue"], (int)quick["underWay"]!, (int)quick["waiting"]!, (int)quick["delivered"]!));
        never.SetResult();
    }

    [Fact]
    public async Task Receiver_that_is_too_far_behind_stops_its_app_and_nothing_grows_without_bound()
    {
        const int MaxPending = 10;
        var held = new TaskCompletionSource();
        await using var receiver = await WebhookReceiver.StartAsync(context => held.Task.WaitAsync(context.RequestAborted));
        await using var server = await StartAsync(("Webhooks:MaxPending", "10"), ("Limits:PushesKept", "10"), ("Webhooks:ReadTimeoutMilliseconds", "60000"));
        var workspace = new TestWorkspace(server.BaseAddress, "mine");
        await workspace.FreezeAsync();
        await workspace.RegisterWebhookAsync(receiver.Url);
        var last = "";
        for (var contact = 0; contact < 30; contact++)
        {
            last = await workspace.SendTextAsync(Phone(1_000 + contact));
        }

        // Ninety statuses fall due at once, and nobody waits for them.
        await workspace.CallAsync(HttpMethod.Put, "/_sandbox/clock", """{"mode":"real","now":"2026-01-05T10:00:01Z"}""");
        (await workspace.GetAsync($"/_sandbox/wait/status?messageId={last}&status=READ&timeout=PT30S")).Ok();

        var refusal = (await workspace.PostAsync("/api/v1/message/send", TestWorkspace.Text())).Is(HttpStatusCode.ServiceUnavailable);
        Assert.Contains("Webhooks:MaxPending", (string?)refusal.Body!["message"], StringComparison.Ordinal);
        var list = (await workspace.GetAsync("/_sandbox/webhooks")).Ok().Body!;
        Assert.Equal((2 * MaxPending, (3 * 30) - (2 * MaxPending), true), Behind(list));
        Assert.Contains("Twice Webhooks:MaxPending", (string?)list["pushes"]!.AsArray()[^1]!["reason"], StringComparison.Ordinal);

        held.SetResult();
        (await workspace.GetAsync("/_sandbox/wait/idle?timeout=PT30S")).Ok();

        // Those that were forgotten while they waited were sent all the same.
        Assert.Equal(2 * MaxPending, receiver.All.Count);
        Assert.Equal((0, 70, false), Behind((await workspace.GetAsync("/_sandbox/webhooks")).Ok().Body!));
        await workspace.SendTextAsync();
    }

    private static (int Pending, int TurnedAway, bool Refuses) Behind(JsonNode list)
    {
        var receiver = Assert.Single(list["receivers"]!.AsArray())!;
        return ((int)receiver["waiting"]! + (int)receiver["underWay"]!, (int)receiver["turnedAway"]!, (bool)receiver["refusesSends"]!);
    }

    /// <summary>Lets a message fail at its receiver, and waits until that is known.</summary>
    private static async Task FailOnceAsync(WebhookReceiver receiver, TestWorkspace workspace)
    {
        receiver.Answer = context =>
        {
            context.Response.StatusCode = StatusCodes.Status500InternalServerError;
            return Task.CompletedTask;
        };
        await workspace.SendTextAsync(Phone(999));
        (await workspace.GetAsync("/_sandbox/wait/idle")).Ok();
    }

    private static string Phone(int contact) => string.Create(CultureInfo.InvariantCulture, $"+91555{contact}77");

    private static Task<InProcessServer> StartAsync(params (string Name, string Value)[] settings) => MockServer.StartAsync(
    [
        .. settings,
        ("Delivery:SentDelayMilliseconds", "0"),
        ("Delivery:DeliveredDelayMilliseconds", "0"),
        ("Delivery:ReadDelayMilliseconds", "0"),
    ]);
}
