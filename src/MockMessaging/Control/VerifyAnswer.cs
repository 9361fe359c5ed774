namespace MockMessaging.Control;

/// <summary>Whether the calls were as they should be.</summary>
/// <param name="Verdict">pass, fail, or inconclusive where forgotten calls could tell otherwise.</param>
/// <param name="Matched">How many remembered calls match.</param>
/// <param name="Evicted">How many calls were forgotten.</param>
/// <param name="Nearest">Where the verdict is no pass: up to three calls that match most nearly, and in what they differ.</param>
public sealed record VerifyAnswer(string Verdict, int Matched, long Evicted, IReadOnlyList<NearMiss> Nearest);
