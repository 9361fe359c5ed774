using System.Text.Json.Serialization;

namespace MockMessaging.Contract;

/// <summary>OutBoundMsgContactPhone</summary>
public sealed class OutBoundMsgContactPhone
{
    /// <summary>phone</summary>
    public string? Phone { get; set; }

    /// <summary>type</summary>
    public string? Type { get; set; }

    /// <summary>wa_id</summary>
    [JsonPropertyName("wa_id")]
    public string? WaId { get; set; }
}
