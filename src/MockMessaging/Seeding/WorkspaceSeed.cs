using System.Text;

namespace MockMessaging.Seeding;

/// <summary>Turns a key into a seed that is the same on every machine and in every run, unlike string.GetHashCode.</summary>
internal static class WorkspaceSeed
{
    private const ulong FnvOffset = 14695981039346656037;
    private const ulong FnvPrime = 1099511628211;
    public const ulong Golden = 0x9E3779B97F4A7C15;

    /// <summary>The largest seed, 2^53 - 1; its negative is the smallest. JSON readers that use doubles change larger numbers.</summary>
    public const long Largest = (1L << 53) - 1;

    /// <summary>The seed of a workspace for which none was set.</summary>
    public static long OfKey(string key) => Bounded(FromKey(key));

    /// <summary>The seed, cut to what JSON carries exactly.</summary>
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

    /// <summary>A seed for one item of one kind, so that no item depends on the number of items before it.</summary>
    public static long Derive(long seed, string kind, long number) => (long)Mix(Mix((ulong)seed ^ (ulong)FromKey(kind)) + ((ulong)number * Golden));

    /// <summary>Spreads values that are close together, such as the hashes of keys that differ in the last letter. The finaliser of SplitMix64.</summary>
    public static ulong Mix(ulong value)
    {
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }
}
