using System.Text.Json.Nodes;
using MockMessaging.Errors;
using MockMessaging.Journal;

namespace MockMessaging.Control;

/// <summary>Which calls are meant; what is left out matches all.</summary>
public sealed class RequestMatch
{
    /// <summary>HTTP method.</summary>
    /// <example>POST</example>
    public string? Method { get; set; }

    /// <summary>The path, with or without /xms, compared as routing does; a * at its end stands for anything.</summary>
    /// <example>/api/v1/message/send</example>
    public string? Path { get; set; }

    /// <summary>HTTP status of the answer, 100 to 599; 0 if there was none.</summary>
    /// <example>200</example>
    public int? Status { get; set; }

    /// <summary>Headers of the request by name, in whatever case, with the value each has; null for one that was not sent.</summary>
    public IReadOnlyDictionary<string, string?>? Headers { get; set; }

    /// <summary>Parameters of the query by name, with the value each has; null for one that was not sent.</summary>
    public IReadOnlyDictionary<string, string?>? Query { get; set; }

    /// <summary>What the body holds among other things: properties not named here do not matter, lists have to be alike item by item.</summary>
    public JsonNode? Body { get; set; }

    /// <exception cref="ApiException">No call can ever match.</exception>
    internal void EnsurePossible(Func<string, string, ApiException> refusal, string at)
    {
        Choice.Ensure(Method, ApiRoutes.Methods, at + "method", refusal);
        Path = ApiRoutes.Path(Path, at + "path", refusal);
        if (Status is not (null or 0 or (>= 100 and <= 599)))
        {
            throw refusal(at + "status", $"{at}status: {Status} is no HTTP status; use 100 to 599, or 0 for calls without an answer.");
        }

        EnsureNames(Headers, at + "headers", refusal);
        EnsureNames(Query, at + "query", refusal);
    }

    private static void EnsureNames(IReadOnlyDictionary<string, string?>? wanted, string field, Func<string, string, ApiException> refusal)
    {
        foreach (var (name, value) in wanted ?? new Dictionary<string, string?>())
        {
            if (string.IsNullOrWhiteSpace(name))
            {
                throw refusal(field, $"{field} has a name that is empty.");
            }

            if (KeyMask.Hides(name) && value is not (null or KeyMask.Masked))
            {
                throw refusal($"{field}.{name}", $"{field}.{name}: its value is not kept, so nothing can be compared with it; '{KeyMask.Masked}' stands for any value, null for none.");
            }
        }
    }
}
