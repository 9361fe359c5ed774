using System.Globalization;

namespace MockMessaging.Control;

/// <summary>
/// A place in the live stream: the number of the last event of the workspace, of the last request in its journal, and the run of the server. As an id it
/// is written <c>12-40-9f3c1</c>. They are two numbers because requests are recorded without the lock of the workspace.
/// </summary>
/// <param name="Run">Both numbers begin again with each run; null if the id does not say which one.</param>
internal readonly record struct EventCursor(long Event, long Request, int? Run = null)
{
    /// <summary>Reads an id; a single number is that of an event, and means all requests that are remembered. Null if it is no id.</summary>
    public static EventCursor? Parse(string? id) => id?.Split('-') switch
    {
        [var happened] when TryParse(happened, out var number) => new EventCursor(number, 0),
        [var happened, var request] when TryParse(happened, out var number) && TryParse(request, out var place) => new EventCursor(number, place),
        [var happened, var request, var run] when TryParse(happened, out var number) && TryParse(request, out var place)
            && int.TryParse(run, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var mark) => new EventCursor(number, place, mark),
        _ => null,
    };

    /// <summary>Where to go on when the newest event and request are these. Everything came after a place of an earlier run.</summary>
    public EventCursor Within(EventCursor last) => (Run ?? last.Run) != last.Run || Event > last.Event
        ? new EventCursor(0, 0, last.Run)
        : this with { Request = Request > last.Request ? 0 : Request, Run = last.Run };

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Event}-{Request}-{Run:x}");

    private static bool TryParse(string text, out long number) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
