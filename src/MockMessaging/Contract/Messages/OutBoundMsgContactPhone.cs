using System.Text.Json.Serialization;

namespace MockMessaging.Contract;

/// <summary>A phone on a contact card.</summary>
public sealed class OutBoundMsgContactPhone
{
    /// <summary>Phone.</summary>
    /// <example>+1 (940) 555-1234</example>
    public string? Phone { get; set; }

    /// <summary>WORK, HOME or the like.</summary>
    /// <example>HOME</example>
    public string? Type { get; set; }

    /// <summary>Number on WhatsApp.</summary>
    /// <example>16505551234</example>
    [JsonPropertyName("wa_id")]
    public string? WaId { get; set; }
}
