using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace MockMessaging.Contract;

/// <summary>An event of a session or contact.</summary>
public sealed class InBoundEvent
{
    public string? Checksum { get; set; }
    public Contactable? Contact { get; set; }
    public string? ContactId { get; set; }

    /// <summary>Code of the event.</summary>
    /// <example>SESSION_ROUTED</example>
    public string? EventCode { get; set; }

    public string? EventId { get; set; }
    public string? MessageId { get; set; }
    public MessageRouter? Route { get; set; }
    public MessageSession? Session { get; set; }
    public SessionAssigned? SessionAssigned { get; set; }
    public string? SessionId { get; set; }
    public SessionRouted? SessionRouted { get; set; }
    public IReadOnlyList<JsonNode?>? Trace { get; set; }

    /// <summary>Direction of the message behind a timeout event. For events of a session: ACTION in responses, missing in pushes.</summary>
    public InBoundEventType? Type { get; set; }
}

/// <summary>Direction of the message that caused an event; Action for an event that a request caused.</summary>
[JsonConverter(typeof(StrictEnumConverter<InBoundEventType>))]
public enum InBoundEventType
{
    Inbound, Outbound, Action,
}
