using System.Text.Json;

namespace MockMessaging.Tests.Fuzz;

/// <summary>Ids and names that answers have shown, to be asked for again.</summary>
internal sealed class Harvest
{
    private const int Kept = 40;
    private const int Newest = 2;
    private const int Deepest = 12;
    private const int LongestKept = 100;

    private static readonly HashSet<string> Telling = ["id", "messageId", "sessionId", "contactId", "queue", "name", "pushId", "code", "appId", "csid", "next", "channelId", "status"];

    /// <summary>Routes whose answers repeat what was asked, ids that nothing has among it.</summary>
    private static readonly string[] Repeating =
    [
        // Nothing has happened yet to the messages it names, so waiting for one of their statuses would never end well.
        "/_sandbox/clock/due",
        "/_sandbox/requests", "/_sandbox/callbacks", "/api/v1/message/receive", "/api/v1/data/push", "/api/v1/event/push", "/api/v1/contact/info",
    ];

    /// <summary>Resources whose answers show things of another one.</summary>
    private static readonly Dictionary<string, string> SameAs = new() { ["message"] = "messages", ["outbox"] = "webhooks" };

    private readonly Dictionary<string, List<string>> _seen = [];

    /// <summary>The newest export of the workspace that can be edited; null before the first.</summary>
    public string? Export { get; private set; }

    public void Gather(FuzzOperation operation, FuzzAnswer answer)
    {
        try
        {
            GatherFrom(operation, answer);
        }
        catch (JsonException)
        {
            // The check of the answer says so.
        }
    }

    private void GatherFrom(FuzzOperation operation, FuzzAnswer answer)
    {
        if (operation.Name == "GET /_sandbox/export")
        {
            Export = JsonEdit.CanEdit(answer.Text) ? answer.Text : Export;
        }
        else if (!Repeating.Any(path => operation.Path.StartsWith(path, StringComparison.Ordinal)) && answer is { IsGood: true, IsJson: true, Bytes.Length: > 0 })
        {
            Gather(answer.Json, SameAs.GetValueOrDefault(operation.Resource, operation.Resource), 0);
        }
    }

    /// <summary>Something seen under a name, or a made-up id.</summary>
    public string? Pick(Random random, string resource, string name)
    {
        // At times of any resource: those of this one may all be gone, since nothing has shown new ones.
        var own = random.Next(4) > 0 ? _seen.GetValueOrDefault($"{resource}.{name}") : null;
        var list = own ?? _seen.GetValueOrDefault(name);
        return list is null ? null : list[random.Next(4) > 0 ? ^random.Next(1, Math.Min(list.Count, Newest) + 1) : random.Next(list.Count)];
    }

    /// <summary>An id of whatever kind.</summary>
    public string? Any(Random random) => _seen.Count == 0 ? null : Pick(random, "", _seen.Keys.ElementAt(random.Next(_seen.Count)));

    public void Forget() => _seen.Clear();

    private void Gather(JsonElement value, string resource, int depth)
    {
        if (depth > Deepest)
        {
            return;
        }

        if (value.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in value.EnumerateArray().Take(Kept))
            {
                Gather(item, resource, depth + 1);
            }
        }
        else if (value.ValueKind == JsonValueKind.Object)
        {
            foreach (var property in value.EnumerateObject())
            {
                Gather(property, resource, depth);
            }
        }
    }

    private void Gather(JsonProperty property, string resource, int depth)
    {
        if (property.Value.ValueKind != JsonValueKind.String || !Telling.Contains(property.Name))
        {
            Gather(property.Value, resource, depth + 1);
            return;
        }

        // A text with a lone surrogate cannot be read as one.
        if (property.Value.GetRawText() is { Length: > 2 and < LongestKept } raw && !raw.Contains('\\', StringComparison.Ordinal))
        {
            Keep($"{resource}.{property.Name}", property.Value.GetString()!);
            Keep(property.Name, property.Value.GetString()!);
        }
    }

    private void Keep(string name, string value)
    {
        var list = _seen.TryGetValue(name, out var known) ? known : _seen[name] = [];
        if (!list.Contains(value))
        {
            if (list.Count == Kept)
            {
                list.RemoveAt(0);
            }

            list.Add(value);
        }
    }
}
