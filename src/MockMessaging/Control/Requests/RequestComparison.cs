using System.Text.Json.Nodes;
using Microsoft.AspNetCore.WebUtilities;
using MockMessaging.Events;
using MockMessaging.Journal;
using MockMessaging.State;

namespace MockMessaging.Control;

/// <summary>Compares a request with a condition.</summary>
internal sealed class RequestComparison
{
    private readonly List<RequestDifference> _differences = [];

    private RequestComparison(JournalEntry entry) => Entry = entry;

    public JournalEntry Entry { get; }

    /// <summary>The differences that are known.</summary>
    public IReadOnlyList<RequestDifference> Differences => _differences;

    /// <summary>What is not known about the request; null if everything needed is known.</summary>
    public string? Unknown { get; private set; }

    public bool Matches => _differences.Count == 0 && Unknown is null;

    /// <summary>True if only the unknown part decides whether it matches.</summary>
    public bool IsUndecided => _differences.Count == 0 && Unknown is not null;

    public static RequestComparison Of(RequestMatch match, JournalEntry entry, KeyMask mask)
    {
        var comparison = new RequestComparison(entry);
        comparison.Add(!RequestPattern.FitsMethod(match.Method, entry.Method), "method", match.Method, entry.Method);
        comparison.Add(!RequestPattern.FitsPath(match.Path, entry.Path), "path", match.Path, entry.Path);
        comparison.Add(match.Status is { } status && status != entry.Status, "status", match.Status, entry.Status);
        comparison.AddHeaders(match, mask);
        comparison.AddQuery(match, mask);
        comparison.AddBody(match);
        return comparison;
    }

    private void AddHeaders(RequestMatch match, KeyMask mask)
    {
        foreach (var (name, value) in match.Headers ?? new Dictionary<string, string?>())
        {
            var given = Entry.Headers.Of(name);
            if (given.Count == 0 && Entry.Headers.IsCut)
            {
                Unknown = "The request had more headers than are stored.";
                continue;
            }

            AddValue($"headers.{name}", value is null ? null : mask.Of(name, value), given);
        }
    }

    private void AddQuery(RequestMatch match, KeyMask mask)
    {
        if (match.Query is { Count: > 0 } wanted)
        {
            var given = QueryHelpers.ParseQuery(Entry.Query);
            foreach (var (name, value) in wanted)
            {
                AddValue($"query.{name}", value is null ? null : mask.Of(name, value), given.TryGetValue(name, out var values) ? [.. values.Select(one => one ?? "")] : []);
            }
        }
    }

    private void AddBody(RequestMatch match)
    {
        if (match.Body is null)
        {
            return;
        }

        if (Entry.Gap != BodyGap.None)
        {
            Unknown = RequestView.WhyWithoutBody(Entry.Gap);
            return;
        }

        var body = Bodies.ReadForeign(Entry.Body, out var isJson);
        if (body is not null && !isJson && !JsonNode.DeepEquals(match.Body, body))
        {
            Unknown = "The body is not JSON.";
            return;
        }

        Compare("body", match.Body, body);
    }

    private void AddValue(string at, string? wanted, IReadOnlyList<string> given)
    {
        var together = given.Count == 0 ? null : string.Join(", ", given);
        Add(wanted is null ? given.Count > 0 : wanted != together && !given.Contains(wanted), at, wanted, together);
    }

    private void Add(bool differs, string at, JsonNode? expected, JsonNode? actual)
    {
        if (differs)
        {
            _differences.Add(new RequestDifference(at, expected, actual));
        }
    }

    private void Compare(string at, JsonNode? expected, JsonNode? actual)
    {
        switch (expected, actual)
        {
            case (JsonObject wanted, JsonObject given):
                foreach (var (name, value) in wanted)
                {
                    Compare($"{at}.{name}", value, given[name]);
                }

                break;
            case (JsonArray wanted, JsonArray given) when wanted.Count == given.Count:
                for (var index = 0; index < wanted.Count; index++)
                {
                    Compare($"{at}[{index}]", wanted[index], given[index]);
                }

                break;
            default:
                Add(!JsonNode.DeepEquals(expected, actual), at, expected?.DeepClone(), actual?.DeepClone());
                break;
        }
    }
}
