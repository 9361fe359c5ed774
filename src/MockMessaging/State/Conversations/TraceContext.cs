using System.Diagnostics;

namespace MockMessaging.State;

/// <summary>Position of a request in a trace (W3C Trace Context). The pushes it causes belong to the same trace.</summary>
/// <param name="Parent">Value of <c>traceparent</c>.</param>
/// <param name="State">Value of <c>tracestate</c>; null if there is none that may be passed on.</param>
internal sealed record TraceContext(string Parent, string? State)
{
    /// <summary>Every party has to pass on this many characters; longer values may be left out, but not cut.</summary>
    private const int LongestState = 512;

    /// <summary>The context of two header values; null if the first is not valid.</summary>
    public static TraceContext? Of(string parent, string? state) =>
        ActivityContext.TryParse(parent, null, out _) ? new TraceContext(parent, CanBeSent(state) ? state : null) : null;

    public static bool CanBeSent(string? state) => state is { Length: > 0 and <= LongestState } && state.All(letter => letter is >= ' ' and <= '~');
}
