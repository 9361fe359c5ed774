using System.Text.Json.Nodes;

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
}
