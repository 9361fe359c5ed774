namespace MockMessaging.Benchmarks.Pushes;

/// <summary>What a receiver has seen.</summary>
/// <param name="Pushes">Pushes taken.</param>
/// <param name="Misordered">Those that came before an earlier status of their message, twice, or before an earlier happening of their contact.</param>
/// <param name="Unfinished">Messages whose READ has not come.</param>
internal readonly record struct Counts(long Pushes, long Misordered, int Unfinished);
