using System.Text.Json.Nodes;
using MockMessaging.Tests;

namespace MockMessaging.Cluster.Tests.Load;

/// <summary>What a workspace holds.</summary>
internal static class Kept
{
    /// <summary>The status of each outbound message, once nothing is due any more.</summary>
    public static async Task<IReadOnlyDictionary<string, string>> StatusesAsync(TestWorkspace workspace)
    {
        (await workspace.GetAsync("/_sandbox/wait/idle?timeout=PT30S")).Ok();
        var statuses = new Dictionary<string, string>();
        string? next = null;
        do
        {
            var page = (await workspace.GetAsync("/_sandbox/messages?limit=1000" + (next is null ? "" : "&after=" + next))).Ok().Body!;
            foreach (var message in page["messages"]!.AsArray())
            {
                statuses.Add((string)message!["id"]!, (string)message["status"]!);
            }

            next = (string?)page["next"];
        }
        while (next is not null);
        return statuses;
    }

    /// <summary>Whether a webhook is registered.</summary>
    public static async Task<bool> HasWebhookAsync(TestWorkspace workspace) =>
        (await workspace.GetAsync("/_sandbox/workspace")).Ok().Body!["apps"]!.AsArray().Any(app => app!["webhook"] is not null);

    /// <summary>The ids of messages in one response, as a list of a single page.</summary>
    public static IReadOnlySet<string> Ids(JsonNode page) => page["messages"]!.AsArray().Select(message => (string)message!["id"]!).ToHashSet();
}
