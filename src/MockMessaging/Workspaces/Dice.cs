using MockMessaging.Seeding;

namespace MockMessaging.Workspaces;

/// <summary>Randomness without state: the same seed and number always fall the same way, on every machine and after every restart.</summary>
internal static class Dice
{
    public static ulong Roll(long seed, long number) => WorkspaceSeed.Mix(unchecked((ulong)seed + ((ulong)number * WorkspaceSeed.Golden)));
}
