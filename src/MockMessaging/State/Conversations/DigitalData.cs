using MockMessaging.Contract;

namespace MockMessaging.State;

/// <summary>Customer data as last pushed, one per type and id.</summary>
internal sealed class DigitalObject : Record
{
    public required long CreatedAt { get; init; }

    public required long UpdatedAt { get; set; }

    public required DigitalObjectDto Content { get; set; }
}

/// <summary>A customer event as pushed; events are only ever added.</summary>
internal sealed class DigitalEvent : Record
{
    public required long CreatedAt { get; init; }

    public required DigitalEventDto Content { get; init; }
}
