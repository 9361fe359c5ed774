using System.Text.Json.Nodes;

namespace MockMessaging.Contract;

/// <summary>Which template to use, and what to fill in.</summary>
public sealed class CommonTemplateMeta
{
    /// <summary>Code of the template.</summary>
    /// <example>FEEDBACK</example>
    public string? Code { get; set; }

    /// <summary>Values for the placeholders below data; one that is missing becomes blank, and a provider may refuse a text that no longer fits the approved one.</summary>
    public JsonObject? Data { get; set; }

    /// <summary>Id of the template; wins over code.</summary>
    /// <example>60d236c6142e53561cb7716c</example>
    public string? Id { get; set; }

    /// <summary>Language, such as en or en_US; the contact's own when left out, else en.</summary>
    /// <example>en_US</example>
    public string? Lang { get; set; }

    /// <summary>A linked template.</summary>
    public string? Linked { get; set; }
}
