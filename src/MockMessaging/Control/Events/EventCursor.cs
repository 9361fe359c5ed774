using System.Globalization;

namespace MockMessaging.Control;

/// <summary>
/// A place in the live stream: the number of the last event of the workspace, and of the last request in its journal. As an id it is written
/// <c>12-40</c>. They are two numbers because requests are recorded without the lock of the workspace.
/// </summary>
internal readonly record struct EventCursor(long Event, long Request)
{
    /// <summary>Reads an id; a single number is that of an event, and means all requests that are remembered. Null if it is no id.</summary>
    public static EventCursor? Parse(string? id) => id?.Split('-') switch
    {
        [var happened] when TryParse(happened, out var number) => new EventCursor(number, 0),
        [var happened, var request] when TryParse(happened, out var number) && TryParse(request, out var place) => new EventCursor(number, place),
        _ => null,
    };

    /// <summary>Where to go on when the newest event and request are these. A place beyond them is of before a restart: everything came after it.</summary>
    public EventCursor Within(EventCursor last) => Event > last.Event ? default : this with { Request = Request > last.Request ? 0 : Request };

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Event}-{Request}");

    private static bool TryParse(string text, out long number) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
