using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using MockMessaging.Client;
using MockMessaging.Contract;
using MockMessaging.Control;
using Xunit;

[assembly: AssemblyFixture(typeof(Sample.Tests.Sandbox))]

namespace Sample.Tests;

/// <summary>The app under test against one sandbox for all tests; each test has a workspace of its own.</summary>
public sealed class OrdersTests(Sandbox sandbox)
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Customer_reads_that_the_order_has_left()
    {
        var workspace = await sandbox.NewWorkspaceAsync();
        await using var app = AppWith(workspace);
        using var client = app.CreateClient();
        await using var pump = workspace.PumpPushesTo(client, "/webhook");

        await client.PostAsync("/orders/17/shipped?phone=%2B919988776655", null, Cancelled);
        Assert.Equal("unknown", await client.GetStringAsync("/orders/17", Cancelled));

        await workspace.Clock.AdvanceAsync(TimeSpan.FromSeconds(5), Cancelled);
        var posted = await pump.DeliverAsync(Cancelled);

        Assert.Equal(["SENT", "DLVRD", "READ"], posted.Select(push => push.Push.Subject));
        Assert.All(posted, push => Assert.True(push.Succeeded));
        Assert.Equal("READ", await client.GetStringAsync("/orders/17", Cancelled));
    }

    [Fact]
    public async Task Message_that_fails_shows_at_the_order()
    {
        var workspace = await sandbox.NewWorkspaceAsync();
        await workspace.Outcomes.AddAsync(new OutcomeRuleRequest { Outcome = "failed", Error = new ErrorRequest { Code = "131026" } }, Cancelled);
        await using var app = AppWith(workspace);
        using var client = app.CreateClient();
        await using var pump = workspace.PumpPushesTo(client, "/webhook");

        var messageId = await (await client.PostAsync("/orders/18/shipped?phone=%2B919988776655", null, Cancelled)).Content.ReadAsStringAsync(Cancelled);
        await workspace.Clock.AdvanceAsync(TimeSpan.FromSeconds(5), Cancelled);
        await pump.DeliverAsync(Cancelled);

        Assert.Equal("FAILD", (await workspace.WaitForAsync(messageId, MessageStatus.Faild, cancellationToken: Cancelled)).Status);
        Assert.Equal("FAILD", await client.GetStringAsync("/orders/18", Cancelled));
    }

    /// <summary>The app as in production, but for where it sends its messages.</summary>
    private static WebApplicationFactory<Program> AppWith(SandboxWorkspace workspace) => new WebApplicationFactory<Program>().WithWebHostBuilder(host => host
        .UseSetting("Messaging:Url", workspace.BaseAddress.ToString().TrimEnd('/'))
        .UseSetting("Messaging:Key", workspace.Key));
}
