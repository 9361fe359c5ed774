using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Xunit;

namespace MockMessaging.Tests.Behaviour;

[Heading("4.4")]
public sealed class StatusValuesTests(MockServer server)
{
    private const string Doomed = "+9198760005";
    private static readonly long Start = DateTimeOffset.Parse("2026-01-05T10:00:00Z", CultureInfo.InvariantCulture).ToUnixTimeMilliseconds();

    [Theory]
    [InlineData(Steps.Documented)]
    [InlineData(Steps.Production)]
    [Shows("4.4.1", "4.4.5", "4.4.6")]
    public async Task Message_goes_from_INIT_to_READ_and_each_status_leaves_its_stamp(string fidelity)
    {
        var workspace = await server.InAsync(fidelity);
        var session = await workspace.ConversationAsync();
        var id = await workspace.AcceptedAsync(TestWorkspace.Text());
        var seen = new List<string>();

        foreach (var step in new[] { "PT0.049S", "PT0.001S", "PT0.2S", "PT0.75S" })
        {
            await workspace.AdvanceAsync(step);
            var row = (await workspace.TranscriptAsync(session)).Single(row => (string?)row!["messageId"] == id)!;
            seen.Add($"{row["status"]}: {Stamps(row)}");
        }

        Assert.Equal(
            ["INIT: INIT=0", "SENT: INIT=0 SENT=50", "DLVRD: INIT=0 SENT=50 DLVRD=250", "READ: INIT=0 SENT=50 DLVRD=250 READ=1000"],
            seen);
    }

    [Fact]
    [Shows("4.4.1")]
    public async Task Reports_are_pushed_as_SENT_DLVRD_and_READ()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        var workspace = await server.InAsync(Steps.Documented, receiver);

        var id = await workspace.SendTextAsync();
        await workspace.AdvanceAsync();

        Assert.Equal(["SENT", "DLVRD", "READ"], receiver.Subjects);
        Assert.All(receiver.All, push => Assert.Equal(id, (string?)push.Item["id"]));
    }

    [Theory]
    [InlineData("NO_SUCH_TEMPLATE")]
    [InlineData("ACCOUNT_UPDATE")]
    [Shows("4.4.2")]
    public async Task Business_failure_while_sending_is_SENT_ERR_with_the_reason_in_logs(string template)
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        var workspace = await server.InAsync(Steps.Documented, receiver);

        var id = await workspace.SendAsync(Steps.Template(template));
        await workspace.AdvanceAsync();

        var row = await workspace.RowAsync(id);
        Assert.Equal("SENT_ERR", (string?)row["status"]);
        Assert.Equal(["INIT", "SENT_ERR"], row["stamps"]!.AsObject().Select(stamp => stamp.Key).Order(StringComparer.Ordinal));
        Assert.Contains(template, Assert.Single(row["logs"].Words()), StringComparison.Ordinal);
        Assert.DoesNotContain(receiver.All, push => push.Type == "statuses");
    }

    [Theory]
    [InlineData("0001", "SENT", "SENT", null)]
    [InlineData("0002", "SENT DLVRD", "DLVRD", null)]
    [InlineData("0003", "SENT FAILD", "FAILD", "131026")]
    [InlineData("0470", "FAILD", "CCWIN", "470")]
    [InlineData("0471", "FAILD", "LIMIT", "471")]
    [InlineData("0004", "FAILD", "BLCKD", "131031")]
    [InlineData("0005", "SENT DLVRD DELTD", "DELTD", null)]
    [InlineData("1234", "SENT DLVRD READ", "READ", null)]
    [Shows("4.4.3", "4.4.6", "4.4.7")]
    public async Task Report_of_the_provider_becomes_the_status_and_its_reason_a_code_in_logs(string ending, string pushed, string status, string? error)
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        var workspace = await server.InAsync(Steps.Documented, receiver);
        var phone = "+9198765" + ending;

        var id = await workspace.SendTextAsync(phone);
        await workspace.AdvanceAsync();

        Assert.Equal(pushed.Split(' '), receiver.Subjects);
        Assert.Equal(error, (string?)receiver.All[^1].Item["errors"]?[0]?["code"]);
        var row = await workspace.RowAsync(id, phone);
        Assert.Equal(status, (string?)row["status"]);
        Assert.Equal(pushed.Split(' ').SkipLast(1).Prepend("INIT").Append(status).Order(StringComparer.Ordinal), row["stamps"]!.AsObject().Select(stamp => stamp.Key).Order(StringComparer.Ordinal));
        Assert.Equal(error is null ? [] : ["Code:" + error], row["logs"].Words());
    }

    [Fact]
    [Shows("4.4.3")]
    public async Task Error_470_of_the_provider_is_CCWIN()
    {
        var workspace = await server.NewWorkspaceAsync();

        var id = await workspace.SendTextAsync("+9198760470");
        await workspace.AdvanceAsync();

        Assert.Equal("CCWIN", (string?)(await workspace.RowAsync(id, "+9198760470"))["status"]);
    }

    [Fact]
    [Shows("4.4.3")]
    public async Task Text_of_a_deleted_message_is_emptied()
    {
        var workspace = await server.NewWorkspaceAsync();
        var id = await workspace.SendTextAsync(Doomed, "secret");

        Assert.Equal("secret", (string?)(await workspace.RowAsync(id, Doomed))["text"]);
        await workspace.AdvanceAsync();

        Assert.Equal("", (string?)(await workspace.RowAsync(id, Doomed))["text"]);
    }

    [Theory]
    [InlineData(Steps.Documented)]
    [InlineData(Steps.Production)]
    [Shows("4.4.4")]
    public async Task Inbound_message_is_RECEIVD_while_nobody_is_told(string fidelity)
    {
        var workspace = await server.InAsync(fidelity);

        var row = await InboundAsync(workspace);

        Assert.Equal(("RECEIVD", "RECEIVD=0"), ((string?)row["status"], Stamps(row)));
    }

    [Theory]
    [InlineData(200, "FORWARDED")]
    [InlineData(500, "FORWARD_ERR")]
    [Shows("4.4.4", "4.4.5", "4.4.6")]
    public async Task Inbound_message_is_FORWARDED_or_FORWARD_ERR_after_its_push(int answer, string status)
    {
        await using var receiver = await WebhookReceiver.StartAsync(context =>
        {
            context.Response.StatusCode = answer;
            return Task.CompletedTask;
        });
        var workspace = await server.InAsync(Steps.Documented, receiver);

        var row = await InboundAsync(workspace);

        Assert.Equal((status, $"RECEIVD=0 {status}=0"), ((string?)row["status"], Stamps(row)));
    }

    [Fact]
    [Shows("4.4.5")]
    public async Task Report_that_comes_late_does_not_take_the_status_back_and_leaves_its_stamp()
    {
        await using var own = await MockServer.StartAsync(
            options =>
            {
                options.Delivery.DeliveredDelayMilliseconds = 900;
                options.Delivery.ReadDelayMilliseconds = 300;
            },
            TestWorkspace.Cancelled);
        var workspace = new TestWorkspace(own.BaseAddress, "late");
        await workspace.FreezeAsync();

        var session = await workspace.ConversationAsync();
        var id = await workspace.SendTextAsync();
        var seen = new List<JsonNode>();
        foreach (var step in new[] { "PT0.1S", "PT0.4S", "PT0.4S", "PT0.2S" })
        {
            await workspace.AdvanceAsync(step);
            seen.Add((await workspace.TranscriptAsync(session)).Single(row => (string?)row!["messageId"] == id)!);
        }

        var ranks = seen.Select(row => Array.IndexOf(["INIT", "SENT", "DLVRD", "READ"], (string?)row["status"])).ToList();
        Assert.Equal(ranks.Order(), ranks);
        var row = seen[^1];
        Assert.Equal("READ", (string?)row["status"]);
        Assert.Equal(["DLVRD", "INIT", "READ", "SENT"], row["stamps"]!.AsObject().Select(stamp => stamp.Key).Order(StringComparer.Ordinal));
    }

    /// <summary>A customer's message once its push, if any, was attempted.</summary>
    private static async Task<JsonNode> InboundAsync(TestWorkspace workspace)
    {
        var message = (await workspace.CustomerWritesAsync())["message"]!;
        await workspace.AdvanceAsync("PT0S");
        return Assert.Single(await workspace.TranscriptAsync(message["session"]!))!;
    }

    /// <summary>Its stamps by time, counted from the start of the test.</summary>
    private static string Stamps(JsonNode row) =>
        string.Join(' ', row["stamps"]!.AsObject().OrderBy(stamp => (long)stamp.Value!).Select(stamp => $"{stamp.Key}={(long)stamp.Value! - Start}"));
}
