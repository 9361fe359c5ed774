using System.Text.Json.Nodes;

namespace MockMessaging.Tests;

/// <summary>A push as it came in.</summary>
public sealed record Received(string Url, IReadOnlyDictionary<string, string> Headers, JsonNode Body)
{
    public string Type => (string)Body["type"]!;

    /// <summary>What it tells: a status, an event code or a message type.</summary>
    public string Subject => Type switch
    {
        "statuses" => (string)Body["statuses"]![0]!["status"]!,
        "events" => (string)Body["events"]![0]!["eventCode"]!,
        _ => (string)Body["messages"]![0]!["type"]!,
    };

    public JsonNode Item => Body[Type]![0]!;
}
