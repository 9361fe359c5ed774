using System.Text.Json.Nodes;
using Xunit;

namespace MockMessaging.Tests.Control;

public sealed class ClockTests(MockServer server)
{
    [Fact]
    public async Task Clock_may_run_so_slowly_that_nothing_falls_due_in_a_lifetime()
    {
        var workspace = await server.NewWorkspaceAsync();
        (await workspace.CallAsync(HttpMethod.Put, "/_sandbox/clock", """{"mode":"scaled","scale":1e-300}""")).Ok();

        await workspace.SendTextAsync();

        Assert.Equal(1, (int)(await workspace.GetAsync("/_sandbox/clock")).Ok().Body!["pendingTimers"]!);
    }

    [Fact]
    public async Task Clock_that_reaches_the_end_of_time_stands_still_there()
    {
        var workspace = await server.NewWorkspaceAsync();
        (await workspace.CallAsync(HttpMethod.Put, "/_sandbox/clock", """{"mode":"scaled","scale":1000000,"now":"9000-01-01T00:00:00Z"}""")).Ok();
        await workspace.SendTextAsync();

        var clock = (await workspace.GetAsync("/_sandbox/clock")).Ok().Body!;
        var advanced = (await workspace.PostAsync("/_sandbox/clock/advance", JsonNode.Parse("""{"untilIdle":true}""")!)).Ok().Body!;

        Assert.Equal(("9000-01-01T00:00:00+00:00", 1), ((string?)clock["now"], (int)clock["pendingTimers"]!));
        Assert.Equal(("9000-01-01T00:00:00+00:00", 0), ((string?)advanced["now"], (int)advanced["timersFired"]!));
        await workspace.ResetAsync();
    }

    [Fact]
    public async Task Seven_days_over_a_thousand_timers_fire_in_due_order()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        var workspace = await server.NewWorkspaceAsync();
        await workspace.RegisterWebhookAsync(receiver.Url);
        (await workspace.PostAsync("/_sandbox/outcomes", JsonNode.Parse("""{"outcome":"stays-sent","delays":{"sent":"P6D"}}""")!)).Ok();
        for (var number = 0; number < 1_000; number++)
        {
            await workspace.SendTextAsync($"+91 80000 {number:D4}9");
        }

        var moved = await workspace.AdvanceAsync("P7D");

        Assert.Equal((1_000, 1_000, 1_000, "2026-01-12T10:00:00+00:00"), ((int)moved["timersFired"]!, (int)moved["statusChanges"]!, (int)moved["pushes"]!["succeeded"]!, (string?)moved["now"]));
        Assert.Equal(1_000, receiver.All.Count);
    }

    [Fact]
    public async Task Advance_until_idle_leaves_nothing_pending()
    {
        var workspace = await server.NewWorkspaceAsync();
        await workspace.SendTextAsync("+91 98765 0007");

        (await workspace.PostAsync("/_sandbox/clock/advance", JsonNode.Parse("""{"untilIdle":true}""")!)).Ok();

        Assert.Equal(0, (int)(await workspace.GetAsync("/_sandbox/clock")).Ok().Body!["pendingTimers"]!);
    }

    [Fact]
    public async Task Thousand_resets_let_nothing_through()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        var workspace = await server.NewWorkspaceAsync();
        var beforeReset = 0;
        for (var round = 0; round < 1_000; round++)
        {
            await workspace.FreezeAsync();
            await workspace.RegisterWebhookAsync(receiver.Url);
            var id = await workspace.SendTextAsync();
            var pushed = workspace.PostAsync($"/_sandbox/messages/{id}/status", new JsonObject { ["status"] = "READ" });
            await workspace.ResetAsync();
            beforeReset = receiver.All.Count;
            await pushed;
            Assert.Equal(beforeReset, receiver.All.Count);
        }
    }
}
