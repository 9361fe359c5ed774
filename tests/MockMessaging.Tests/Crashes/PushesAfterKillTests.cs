using System.Text.Json.Nodes;
using Xunit;

namespace MockMessaging.Tests.Crashes;

/// <summary>Pushes after a kill: those under way are made again from the plans of their messages, and no others.</summary>
public sealed class PushesAfterKillTests : IDisposable
{
    private const string Morning = "2026-01-05T09:00:00Z";
    private const string Noon = "2026-01-05T12:00:00Z";

    private readonly string _folder = Directory.CreateTempSubdirectory("mock-messaging-").FullName;

    [Fact]
    public async Task Push_that_waited_behind_a_full_backlog_of_repeated_ones_is_made_again()
    {
        const int Delivered = 25;
        await using var receiver = await HangingAsync("7770001", "8880001");
        await using (var server = await StartAsync("--Webhooks:MaxPending", "10"))
        {
            var workspace = new TestWorkspace(server.BaseAddress, "mine");
            await workspace.RegisterWebhookAsync(receiver.Url);
            foreach (var contact in (string[])["7770001", .. Enumerable.Range(0, Delivered).Select(number => $"1{100 + number}0001"), "8880001"])
            {
                await workspace.SendTextAsync("+91" + contact);
                await receiver.NextAsync();
            }

            await KillAsync(server, workspace);
        }

        receiver.Answer = static _ => Task.CompletedTask;
        await using var next = await StartAsync("--Webhooks:MaxPending", "10");
        await IdleAsync(next);

        // The first one was under way, so a restart cannot tell which of the later ones had arrived.
        Assert.Equal((2, 2), (Count(receiver, "7770001"), Count(receiver, "8880001")));
        Assert.Equal(0, (int)(await new TestWorkspace(next.BaseAddress, "mine").GetAsync("/_sandbox/webhooks")).Ok().Body!["receivers"]![0]!["turnedAway"]!);
    }

    [Fact]
    public async Task Push_that_was_stored_or_had_arrived_before_those_under_way_is_not_made_twice()
    {
        await using var receiver = await HangingAsync("1000001");
        var answer = receiver.Answer;
        receiver.Answer = async context =>
        {
            context.Response.StatusCode = Contact(context.Items[nameof(Received)]).Contains("1770001_", StringComparison.Ordinal) ? 500 : 200;
            await answer(context);
        };
        await using (var server = await StartAsync("--Webhooks:Retries", "P1D"))
        {
            var workspace = new TestWorkspace(server.BaseAddress, "mine");
            await workspace.RegisterWebhookAsync(receiver.Url);
            await workspace.SendTextAsync("+911550001");
            (await workspace.GetAsync("/_sandbox/wait/idle?timeout=PT30S")).Ok();
            await workspace.SendTextAsync("+911000001");
            await receiver.NextAsync();
            await receiver.NextAsync();

            // The second push to a contact leaves when the failure of the first is recorded.
            await workspace.SendTextAsync("+911770001");
            await workspace.SendTextAsync("+911770001");
            await receiver.NextAsync();
            await receiver.NextAsync();
            await KillAsync(server, workspace);
        }

        receiver.Answer = static _ => Task.CompletedTask;
        await using var next = await StartAsync("--Webhooks:Retries", "P1D");
        await IdleAsync(next);

        Assert.Equal((1, 2, 4), (Count(receiver, "1550001"), Count(receiver, "1000001"), Count(receiver, "1770001")));
    }

    [Fact]
    public async Task Push_of_before_the_clock_was_set_back_is_not_made_again()
    {
        await using var receiver = await HangingAsync("1000001");
        await using (var server = await StartAsync())
        {
            var workspace = new TestWorkspace(server.BaseAddress, "mine");
            await workspace.FreezeAsync(Noon);
            await workspace.RegisterWebhookAsync(receiver.Url);
            await workspace.SendTextAsync("+91155");
            await workspace.AdvanceAsync();
            await SetClockAsync(workspace, Morning);
            await workspace.SendTextAsync("+911000001");
            await receiver.NextAsync();
            await receiver.NextAsync();
            await receiver.NextAsync();
            await receiver.NextAsync();

            // Behind the first message again.
            await SetClockAsync(workspace, "2026-01-05T13:00:00Z");
            await workspace.SendTextAsync("+911660001");
            await receiver.NextAsync();
            await KillAsync(server, workspace);
        }

        receiver.Answer = static _ => Task.CompletedTask;
        await using var next = await StartAsync();
        await IdleAsync(next);

        Assert.Equal(["SENT", "DLVRD", "READ"], receiver.All.Where(push => Contact(push).Contains("91155_", StringComparison.Ordinal)).Select(push => push.Subject));
        Assert.Equal(2, Count(receiver, "1000001"));
    }

    [Fact]
    public async Task Message_never_gets_the_record_number_of_a_push_that_is_gone()
    {
        (string, string)[] settings =
        [
            ("Storage:Path", Path.Combine(_folder, "data.db")), ("Delivery:SentDelayMilliseconds", "0"),
            ("Delivery:DeliveredDelayMilliseconds", "0"), ("Delivery:ReadDelayMilliseconds", "0"),
        ];
        await using var receiver = await WebhookReceiver.StartAsync();
        string id;
        await using (var first = await MockServer.StartAsync(settings))
        {
            var workspace = new TestWorkspace(first.BaseAddress, "mine");
            await workspace.FreezeAsync();
            await workspace.RegisterWebhookAsync(receiver.Url);
            await workspace.PostAsync("/_sandbox/faults", JsonNode.Parse("""{"target":{"webhooks":true,"status":"READ"},"effect":{"delay":"PT1S"}}""")!);
            await workspace.SendTextAsync();
            await workspace.AdvanceAsync("PT1S");
        }

        await using (var second = await MockServer.StartAsync(settings))
        {
            id = await new TestWorkspace(second.BaseAddress, "mine").SendTextAsync();
        }

        await using var third = await MockServer.StartAsync(settings);
        await new TestWorkspace(third.BaseAddress, "mine").AdvanceAsync();
        Assert.Equal(["SENT", "DLVRD", "READ"], receiver.All.Where(push => (string)push.Item["id"]! == id).Select(push => push.Subject));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static string Contact(object? push) => (string)((Received)push!).Item["contactId"]!;

    private static int Count(WebhookReceiver receiver, string phone) => receiver.All.Count(push => Contact(push).Contains(phone + "_", StringComparison.Ordinal));

    private static async Task SetClockAsync(TestWorkspace workspace, string now) =>
        (await workspace.CallAsync(HttpMethod.Put, "/_sandbox/clock", $$"""{"mode":"real","now":"{{now}}"}""")).Ok();

    private static async Task IdleAsync(RealServer server) => (await new TestWorkspace(server.BaseAddress, "mine").GetAsync("/_sandbox/wait/idle?timeout=PT30S")).Ok();

    /// <summary>Once all that happened so far is on disk: a commit holds what came before it.</summary>
    private static async Task KillAsync(RealServer server, TestWorkspace workspace)
    {
        (await workspace.CallAsync(HttpMethod.Patch, "/_sandbox/workspace", """{"delays":{"read":"PT1S"}}""")).Ok();
        server.Kill();
    }

    /// <summary>A receiver that never responds to the pushes about some phones.</summary>
    private static Task<WebhookReceiver> HangingAsync(params string[] phones) => WebhookReceiver.StartAsync(context =>
        phones.Any(phone => Contact(context.Items[nameof(Received)]).Contains(phone + "_", StringComparison.Ordinal)) ? new TaskCompletionSource().Task.WaitAsync(context.RequestAborted) : Task.CompletedTask);

    // Long enough that no push that hangs fails before the kill, however busy the machine is.
    private Task<RealServer> StartAsync(params string[] settings) =>
        RealServer.StartAsync(_folder, ["--Storage:Durability", "Strict", "--Webhooks:ReadTimeoutMilliseconds", "60000", .. settings]);
}
