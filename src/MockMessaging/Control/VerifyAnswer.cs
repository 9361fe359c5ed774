namespace MockMessaging.Control;

/// <summary>Whether the calls were as they should be.</summary>
/// <param name="Result">pass, fail, or inconclusive where forgotten calls could tell otherwise.</param>
/// <param name="Count">How many remembered calls match.</param>
/// <param name="Evicted">How many calls were forgotten.</param>
/// <param name="NearMisses">Where the result is no pass: up to three calls that match most nearly, and in what they differ.</param>
public sealed record VerifyAnswer(string Result, int Count, long Evicted, IReadOnlyList<NearMiss> NearMisses);
