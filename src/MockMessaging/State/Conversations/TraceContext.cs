using System.Diagnostics;

namespace MockMessaging.State;

/// <summary>Where in a trace a call stands, by W3C Trace Context, for what the call causes to be told apart by it.</summary>
/// <param name="Parent">Value of <c>traceparent</c>.</param>
/// <param name="State">Value of <c>tracestate</c>; none where there is none that may be handed on.</param>
internal sealed record TraceContext(string Parent, string? State)
{
    /// <summary>What everybody has to hand on; longer ones may be left out, but not cut.</summary>
    private const int LongestState = 512;

    /// <summary>The context of two header values; none where the first is not valid.</summary>
    public static TraceContext? Of(string parent, string? state) =>
        ActivityContext.TryParse(parent, null, out _) ? new TraceContext(parent, CanBeSent(state) ? state : null) : null;

    /// <summary>Whether a state can stand in a header.</summary>
    public static bool CanBeSent(string? state) => state is { Length: > 0 and <= LongestState } && state.All(letter => letter is >= ' ' and <= '~');
}
