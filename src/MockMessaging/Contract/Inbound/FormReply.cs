using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace MockMessaging.Contract;

/// <summary>A button or list entry the customer chose.</summary>
public sealed class FormReply
{
    /// <summary>Second line of the chosen entry.</summary>
    [JsonPropertyName("reply_desc")]
    public string? ReplyDesc { get; set; }

    /// <summary>Code of the chosen button or entry.</summary>
    /// <example>ACCEPT</example>
    [JsonPropertyName("reply_id")]
    public string? ReplyId { get; set; }

    /// <summary>All a customer entered in a form, by name.</summary>
    [JsonPropertyName("reply_json")]
    public JsonObject? ReplyJson { get; set; }

    /// <summary>Label of the chosen button or entry.</summary>
    /// <example>I Accept</example>
    [JsonPropertyName("reply_title")]
    public string? ReplyTitle { get; set; }
}
