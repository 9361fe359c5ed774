namespace MockMessaging.Control;

/// <summary>Whether the calls were as they should be.</summary>
/// <param name="Verdict">pass, fail, or inconclusive where calls that were forgotten or are not fully known could tell otherwise.</param>
/// <param name="Matched">How many remembered calls match.</param>
/// <param name="Undecided">How many remembered calls may match or not, since their body or headers could not be kept or parsed.</param>
/// <param name="Evicted">How many calls were forgotten.</param>
/// <param name="Nearest">Where the verdict is no pass: up to three calls that match most nearly, and in what they differ.</param>
/// <param name="Unknown">Up to ten of the undecided calls, the newest first, each with what is not known of it.</param>
public sealed record VerifyAnswer(string Verdict, int Matched, int Undecided, long Evicted, IReadOnlyList<NearMiss> Nearest, IReadOnlyList<UndecidedCall> Unknown);
