using MockMessaging.Contract;

namespace MockMessaging.State;

/// <summary>A customer event as pushed; events are only ever added.</summary>
internal sealed class DigitalEvent : Record
{
    public required long CreatedAt { get; init; }

    public required DigitalEventDto Content { get; init; }
}
