using System.Text.Json.Nodes;

namespace MockMessaging.Control;

/// <summary>A push with a body of one's own.</summary>
public sealed class PushRequest
{
    /// <summary>Id or queue code of the client app that gets it. Default: the app of x-api-id.</summary>
    /// <example>my_bot</example>
    public string? App { get; set; }

    /// <summary>The body, pushed byte for byte as it is written here: any JSON except null. A property may be there only once.</summary>
    public JsonNode? Body { get; set; }

    /// <summary>
    /// The push keeps its order among those of this contact, which need not exist. Default: contactId of the first item of `contacts` in the body; without
    /// one, among such pushes of the app.
    /// </summary>
    /// <example>wa919988776655_918828218374</example>
    public string? ContactId { get; set; }
}
