using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace MockMessaging.Contract;

/// <summary>FormReply</summary>
public sealed class FormReply
{
    /// <summary>reply_desc</summary>
    [JsonPropertyName("reply_desc")]
    public string? ReplyDesc { get; set; }

    /// <summary>reply_id</summary>
    [JsonPropertyName("reply_id")]
    public string? ReplyId { get; set; }

    /// <summary>reply_json</summary>
    [JsonPropertyName("reply_json")]
    public JsonObject? ReplyJson { get; set; }

    /// <summary>reply_title</summary>
    [JsonPropertyName("reply_title")]
    public string? ReplyTitle { get; set; }
}
