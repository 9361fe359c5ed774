using System.Text.Json.Nodes;
using MockMessaging.Errors;
using MockMessaging.Journal;

namespace MockMessaging.Control;

/// <summary>A condition on requests. What is left out matches every request.</summary>
public sealed class RequestMatch
{
    /// <summary>HTTP method.</summary>
    /// <example>POST</example>
    public string? Method { get; set; }

    /// <summary>Path with or without /xms, compared as routes are (upper and lower case are the same); a * at the end matches any rest.</summary>
    /// <example>/api/v1/message/send</example>
    public string? Path { get; set; }

    /// <summary>HTTP status of the response, 100 to 599; 0 for requests without a response.</summary>
    /// <example>200</example>
    public int? Status { get; set; }

    /// <summary>Headers by name with their values; null for a header that was not sent. Upper and lower case of names are the same.</summary>
    public IReadOnlyDictionary<string, string?>? Headers { get; set; }

    /// <summary>Query parameters by name with their values; null for a parameter that was not sent.</summary>
    public IReadOnlyDictionary<string, string?>? Query { get; set; }

    /// <summary>Content of the body. The body may have other properties too; arrays must be equal item by item.</summary>
    public JsonNode? Body { get; set; }

    /// <exception cref="ApiException">No request can ever match.</exception>
    internal void EnsurePossible(Func<string, string, ApiException> refusal, string at)
    {
        Choice.Ensure(Method, ApiRoutes.Methods, at + "method", refusal);
        Path = ApiRoutes.Path(Path, at + "path", refusal);
        if (Status is not (null or 0 or (>= 100 and <= 599)))
        {
            throw refusal(at + "status", $"{at}status: {Status} is not an HTTP status; use 100 to 599, or 0 for requests without a response.");
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
                throw refusal(field, $"{field} has an empty name.");
            }

            if (KeyMask.Hides(name) && value is not (null or KeyMask.Masked))
            {
                throw refusal($"{field}.{name}", $"{field}.{name}: its value is masked in the journal, so it cannot be compared; use '{KeyMask.Masked}' for any value, or null for no value.");
            }
        }
    }
}
