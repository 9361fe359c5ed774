using System.Text.Json.Nodes;

namespace MockMessaging.Contract;

/// <summary>Something that happened to a session.</summary>
public sealed class InBoundEvent
{
    /// <summary>Opaque.</summary>
    public string? Checksum { get; set; }

    /// <summary>The person it is about.</summary>
    public Contactable? Contact { get; set; }

    /// <summary>Id of the contact.</summary>
    public string? ContactId { get; set; }

    /// <summary>What happened.</summary>
    /// <example>SESSION_ROUTED</example>
    public string? EventCode { get; set; }

    /// <summary>Id of the event.</summary>
    public string? EventId { get; set; }

    /// <summary>Id of the message.</summary>
    public string? MessageId { get; set; }

    /// <summary>Who sent it, and through which queue.</summary>
    public MessageRouter? Route { get; set; }

    /// <summary>The session it belongs to.</summary>
    public MessageSession? Session { get; set; }

    /// <summary>Who was in charge before and after.</summary>
    public SessionAssigned? SessionAssigned { get; set; }

    /// <summary>Id of the session.</summary>
    public string? SessionId { get; set; }

    /// <summary>From where to where the session was routed.</summary>
    public SessionRouted? SessionRouted { get; set; }

    /// <summary>Traces of processing.</summary>
    public IReadOnlyList<JsonNode?>? Trace { get; set; }

    /// <summary>Direction of the message behind a timeout event. For events of a session ACTION in answers, and left out of pushes.</summary>
    public InBoundEventType? Type { get; set; }
}
