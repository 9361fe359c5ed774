using System.Text.Json.Nodes;

namespace MockMessaging.Contract;

/// <summary>InBoundEvent</summary>
public sealed class InBoundEvent
{
    /// <summary>checksum</summary>
    public string? Checksum { get; set; }

    /// <summary>contact</summary>
    public Contactable? Contact { get; set; }

    /// <summary>contactId</summary>
    public string? ContactId { get; set; }

    /// <summary>eventCode</summary>
    public string? EventCode { get; set; }

    /// <summary>eventId</summary>
    public string? EventId { get; set; }

    /// <summary>messageId</summary>
    public string? MessageId { get; set; }

    /// <summary>route</summary>
    public MessageRouter? Route { get; set; }

    /// <summary>session</summary>
    public MessageSession? Session { get; set; }

    /// <summary>sessionAssigned</summary>
    public SessionAssigned? SessionAssigned { get; set; }

    /// <summary>sessionId</summary>
    public string? SessionId { get; set; }

    /// <summary>sessionRouted</summary>
    public SessionRouted? SessionRouted { get; set; }

    /// <summary>trace</summary>
    public IReadOnlyList<JsonNode?>? Trace { get; set; }

    /// <summary>type</summary>
    public InBoundEventType? Type { get; set; }
}
