using System.Net;
using System.Text.Json.Nodes;
using Xunit;

namespace MockMessaging.Tests;

/// <summary>What the server answered; a failed check shows all of it.</summary>
public sealed record Answer(HttpStatusCode Status, JsonNode? Body, string Text, HttpResponseMessage Raw)
{
    public JsonArray Results => Ok().Body!["results"]!.AsArray();

    /// <summary>The only thing that is wrong, as the documented envelope tells it.</summary>
    public JsonNode Error => Body!["errors"]![0]!;

    public string? Header(string name) => Raw.Headers.TryGetValues(name, out var values) ? string.Join("|", values) : null;

    public Answer Ok() => Is(HttpStatusCode.OK);

    public Answer Is(HttpStatusCode status)
    {
        Assert.True(Status == status, $"Expected {(int)status}, got {(int)Status}: {Text}");
        return this;
    }
}
