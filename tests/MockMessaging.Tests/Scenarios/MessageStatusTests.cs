using System.Text.Json.Nodes;
using Xunit;

namespace MockMessaging.Tests.Scenarios;

public sealed class MessageStatusTests(MockServer server)
{
    [Fact]
    public async Task Message_is_sent_delivered_and_read_in_that_order()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        var workspace = await server.NewWorkspaceAsync();
        await workspace.RegisterWebhookAsync(receiver.Url);

        var id = await workspace.SendTextAsync();
        await workspace.AdvanceAsync();

        Assert.Equal(["SENT", "DLVRD", "READ"], receiver.Subjects);
        Assert.All(receiver.All, push => Assert.Equal(id, (string?)push.Item["id"]));
    }

    [Fact]
    public async Task Message_is_INIT_until_time_moves()
    {
        var workspace = await server.NewWorkspaceAsync();

        var id = await workspace.SendTextAsync();

        Assert.Equal("INIT", (string?)(await workspace.MessageAsync(id))["status"]);
    }

    [Fact]
    public async Task Each_status_is_stamped_with_the_moment_it_was_due()
    {
        var workspace = await server.NewWorkspaceAsync();
        var accepted = DateTimeOffset.Parse("2026-01-05T10:00:00Z", System.Globalization.CultureInfo.InvariantCulture).ToUnixTimeMilliseconds();

        var id = await workspace.SendTextAsync();
        await workspace.AdvanceAsync("PT24S");

        var stamps = (await workspace.MessageAsync(id))["stamps"]!.AsObject().ToDictionary(stamp => stamp.Key, stamp => (long)stamp.Value! - accepted);
        Assert.Equal(new Dictionary<string, long> { ["INIT"] = 0, ["SENT"] = 50, ["DLVRD"] = 250, ["READ"] = 1_000 }, stamps);
    }

    [Fact]
    public async Task Advance_tells_what_happened()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        var workspace = await server.NewWorkspaceAsync();
        await workspace.RegisterWebhookAsync(receiver.Url);
        await workspace.SendTextAsync();

        var answer = await workspace.AdvanceAsync("PT1S");

        Assert.Equal("""{"timersFired":3,"statusChanges":3,"pushes":{"attempted":3,"succeeded":3,"failed":0}}""", Without(answer, "now"));
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
    public async Task Last_four_digits_of_the_phone_choose_the_outcome(string ending, string pushed, string status, string? error)
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        var workspace = await server.NewWorkspaceAsync();
        await workspace.RegisterWebhookAsync(receiver.Url);
        var phone = "+9198765" + ending;

        var id = await workspace.SendTextAsync(phone);
        await workspace.AdvanceAsync();

        Assert.Equal(pushed.Split(' '), receiver.Subjects);
        Assert.Equal(error, (string?)receiver.All[^1].Item["errors"]?[0]?["code"]);
        var message = await workspace.MessageAsync(id, phone);
        Assert.Equal(status, (string?)message["status"]);
        Assert.Equal(error is null ? [] : ["Code:" + error], message["logs"]!.AsArray().Select(line => (string?)line));
    }

    [Fact]
    public async Task Text_of_a_deleted_message_is_emptied()
    {
        var workspace = await server.NewWorkspaceAsync();

        var id = await workspace.SendTextAsync("+9198760005", "secret");
        await workspace.AdvanceAsync();

        Assert.Equal("", (string?)(await workspace.MessageAsync(id, "+9198760005"))["text"]);
    }

    [Fact]
    public async Task Customer_of_the_replying_number_answers_after_READ()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        var workspace = await server.NewWorkspaceAsync();
        await workspace.RegisterWebhookAsync(receiver.Url);

        await workspace.SendTextAsync("+9198760006");
        await workspace.AdvanceAsync();

        Assert.Equal(["SENT", "DLVRD", "READ", "text"], receiver.Subjects);
    }

    [Fact]
    public async Task Table_of_outcomes_lists_every_test_number()
    {
        var workspace = await server.NewWorkspaceAsync();

        var endings = (await workspace.GetAsync("/_sandbox/outcomes")).Ok().Body!["outcomes"]!.AsArray().Select(outcome => (string?)outcome!["phoneEndsWith"]);

        Assert.Equal([null, "0001", "0002", "0003", "0470", "0471", "0004", "0005", "0006", "0007", "0008", "0009", "0010", "0011"], endings);
    }

    private static string Without(JsonNode answer, string property)
    {
        var copy = answer.DeepClone().AsObject();
        copy.Remove(property);
        return copy.ToJsonString();
    }
}
