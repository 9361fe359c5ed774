using System.Text;

namespace MockMessaging.Seeding;

/// <summary>
/// Turns a key into a seed that is the same on every machine and in every run, which string.GetHashCode is not.
/// </summary>
internal static class WorkspaceSeed
{
    private const ulong FnvOffset = 14695981039346656037;
    private const ulong FnvPrime = 1099511628211;
    public const ulong Golden = 0x9E3779B97F4A7C15;

    /// <summary>The largest seed, 2^53 - 1, and with a minus the smallest: JSON readers that take numbers for doubles change what lies beyond.</summary>
    public const long Largest = (1L << 53) - 1;

    /// <summary>The seed of a key that was given none.</summary>
    public static long OfKey(string key) => Bounded(FromKey(key));

    /// <summary>A seed within what JSON carries; one that is already stays as it is.</summary>
    public static long Bounded(long seed) => seed is >= -Largest and <= Largest ? seed : seed & Largest;

    public static long FromKey(string key)
    {
        var hash = FnvOffset;
        foreach (var octet in Encoding.UTF8.GetBytes(key))
        {
            hash = (hash ^ octet) * FnvPrime;
        }

        return (long)Mix(hash);
    }

    /// <summary>An independent seed for one item of one kind, so that no item depends on how many were made before it.</summary>
    public static long Derive(long seed, string kind, long number) => (long)Mix(Mix((ulong)seed ^ (ulong)FromKey(kind)) + ((ulong)number * Golden));

    /// <summary>Spreads what lies close together (the finaliser of SplitMix64), such as keys that differ in their last letter.</summary>
    public static ulong Mix(ulong value)
    {
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }
}
