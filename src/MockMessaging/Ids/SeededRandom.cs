using MockMessaging.Seeding;

namespace MockMessaging.Ids;

/// <summary>Randomness without state: the same seed and number always fall the same way, on every machine and after every restart.</summary>
internal static class SeededRandom
{
    public static ulong Roll(long seed, long number) => WorkspaceSeed.Mix(unchecked((ulong)seed + ((ulong)number * WorkspaceSeed.Golden)));
}
