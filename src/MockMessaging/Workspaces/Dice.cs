namespace MockMessaging.Workspaces;

/// <summary>Randomness without state: the same seed and number always fall the same way, on every machine and after every restart.</summary>
internal static class Dice
{
    /// <summary>64 well-mixed bits (the finaliser of SplitMix64).</summary>
    public static ulong Roll(long seed, long number)
    {
        var bits = unchecked((ulong)seed + ((ulong)number * 0x9E3779B97F4A7C15UL));
        bits = unchecked((bits ^ (bits >> 30)) * 0xBF58476D1CE4E5B9UL);
        bits = unchecked((bits ^ (bits >> 27)) * 0x94D049BB133111EBUL);
        return bits ^ (bits >> 31);
    }
}
