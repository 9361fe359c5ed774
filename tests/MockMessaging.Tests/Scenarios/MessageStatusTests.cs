using System.Text.Json.Nodes;
using Xunit;

namespace MockMessaging.Tests.Scenarios;

public sealed class MessageStatusTests(MockServer server)
{
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
