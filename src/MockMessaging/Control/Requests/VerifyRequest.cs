using System.Text.Json.Nodes;

namespace MockMessaging.Control;

/// <summary>What should have been called, and how often: exactly, at least or at most so many times. Default: at least once.</summary>
public sealed class VerifyRequest
{
    /// <summary>Which calls are counted; all when left out.</summary>
    public RequestMatch? Match { get; set; }

    /// <summary>So many, no more and no fewer.</summary>
    /// <example>1</example>
    public int? Exactly { get; set; }

    /// <summary>So many or more.</summary>
    public int? AtLeast { get; set; }

    /// <summary>So many or fewer.</summary>
    public int? AtMost { get; set; }
}

/// <summary>Whether the calls were as they should be.</summary>
/// <param name="Verdict">pass, fail, or inconclusive where calls that were forgotten or are not fully known could tell otherwise.</param>
/// <param name="Matched">How many remembered calls match.</param>
/// <param name="Undecided">How many remembered calls may match or not, since their body or headers could not be kept or parsed.</param>
/// <param name="Evicted">How many calls were forgotten.</param>
/// <param name="Nearest">Where the verdict is no pass: up to three calls that match most nearly, and in what they differ.</param>
/// <param name="Unknown">Up to ten of the undecided calls, the newest first, each with what is not known of it.</param>
public sealed record VerifyAnswer(string Verdict, int Matched, int Undecided, long Evicted, IReadOnlyList<NearMiss> Nearest, IReadOnlyList<UndecidedCall> Unknown);

/// <summary>A call that almost matches.</summary>
/// <param name="Request">The call.</param>
/// <param name="Differences">In what it differs.</param>
public sealed record NearMiss(RequestView Request, IReadOnlyList<RequestDifference> Differences);

/// <summary>A call of which too little is known to tell whether it matches.</summary>
/// <param name="Request">The call.</param>
/// <param name="Why">What is not known of it.</param>
public sealed record UndecidedCall(RequestView Request, string Why);

/// <summary>One thing in which a call differs from what was looked for.</summary>
/// <param name="At">Where: method, path, status, a header, a parameter of the query, or a place in the body.</param>
/// <param name="Expected">What was looked for.</param>
/// <param name="Actual">What the call had; absent where it had nothing there.</param>
public sealed record RequestDifference(string At, JsonNode? Expected, JsonNode? Actual);
