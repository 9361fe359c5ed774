using System.Text.Json.Nodes;
using Xunit;

namespace MockMessaging.Tests.Crashes;

/// <summary>What a workspace holds after a restart, as its API tells it, held to be whole.</summary>
internal sealed record Kept(IReadOnlyDictionary<string, string> StatusById, string? Webhook)
{
    /// <summary>Lets all timers and pushes happen, and looks.</summary>
    public static async Task<Kept> LookAsync(TestWorkspace workspace)
    {
        (await workspace.GetAsync("/_sandbox/wait/idle?timeout=PT30S")).Ok();
        var messages = await MessagesAsync(workspace);
        var told = await workspace.LookAsync();
        Assert.Equal(messages.Select(message => (string)message["contactId"]!).Distinct().Count(), (int)told["contacts"]!);
        Assert.Equal(messages.Select(message => (string)message["sessionId"]!).Distinct().Count(), (int)told["sessions"]!);
        foreach (var session in messages.GroupBy(message => (string)message["sessionId"]!).TakeLast(10))
        {
            var listed = (await workspace.MessagesAsync(session.Key)).Select(row => (string?)row!["messageId"]).ToHashSet();
            Assert.All(session, message => Assert.Contains((string?)message["id"], listed));
        }

        return new Kept(
            messages.ToDictionary(message => (string)message["id"]!, message => (string)message["status"]!),
            (string?)told["apps"]!.AsArray().Single(app => (bool)app!["default"]!)!["webhook"]);
    }

    private static async Task<IReadOnlyList<JsonNode>> MessagesAsync(TestWorkspace workspace)
    {
        var all = new List<JsonNode>();
        string? next = null;
        do
        {
            var page = (await workspace.GetAsync("/_sandbox/messages?limit=1000" + (next is null ? "" : "&after=" + next))).Ok().Body!;
            all.AddRange(page["messages"]!.AsArray().Select(message => message!));
            next = (string?)page["next"];
        }
        while (next is not null);
        return all;
    }
}
