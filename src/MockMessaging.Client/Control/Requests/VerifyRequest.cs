using System.Text.Json.Nodes;

namespace MockMessaging.Control;

/// <summary>Which requests are expected, and how many. Set at most one of `exactly`, `atLeast` and `atMost`. Default: at least one.</summary>
public sealed class VerifyRequest
{
    /// <summary>Which requests to count. Default: all.</summary>
    public RequestMatch? Match { get; set; }

    /// <summary>Exactly this number of requests.</summary>
    /// <example>1</example>
    public int? Exactly { get; set; }

    /// <summary>This number of requests or more.</summary>
    public int? AtLeast { get; set; }

    /// <summary>This number of requests or fewer.</summary>
    public int? AtMost { get; set; }
}

/// <summary>Result of the check.</summary>
/// <param name="Verdict">pass; fail; or inconclusive, if requests that are no longer stored or not fully known could change the result.</param>
/// <param name="Matched">Number of stored requests that match.</param>
/// <param name="Undecided">Number of stored requests that may match: their body or headers could not be stored or parsed.</param>
/// <param name="Evicted">Number of older requests that are no longer stored.</param>
/// <param name="Nearest">Unless the verdict is pass: up to three requests that almost match, with the differences.</param>
/// <param name="Unknown">Up to ten of the undecided requests, newest first, with the reason.</param>
public sealed record VerifyAnswer(string Verdict, int Matched, int Undecided, long Evicted, IReadOnlyList<NearMiss> Nearest, IReadOnlyList<UndecidedRequest> Unknown) : ControlRecord;

/// <summary>A request that almost matches.</summary>
/// <param name="Request">The request.</param>
/// <param name="Differences">How it differs.</param>
public sealed record NearMiss(RequestView Request, IReadOnlyList<RequestDifference> Differences) : ControlRecord;

/// <summary>A request that may match.</summary>
/// <param name="Request">The request.</param>
/// <param name="Why">What is not known about it.</param>
public sealed record UndecidedRequest(RequestView Request, string Why) : ControlRecord;

/// <summary>A difference between a request and the expected one.</summary>
/// <param name="At">Where: method, path, status, a header, a query parameter, or a place in the body.</param>
/// <param name="Expected">The expected value.</param>
/// <param name="Actual">The value of the request; absent if it has none.</param>
public sealed record RequestDifference(string At, JsonNode? Expected, JsonNode? Actual) : ControlRecord;
