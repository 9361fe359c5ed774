using MockMessaging.Seeding;

namespace MockMessaging.Ids;

/// <summary>Makes every id of a workspace from its seed, its clock and one counter.</summary>
internal sealed class IdSource(long seed)
{
    private const string Base36 = "0123456789abcdefghijklmnopqrstuvwxyz";
    private const string Base62 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    private readonly ulong _origin = SeededRandom.Roll(seed, 0) & 0xFF_FFFF_FFFFUL;

    /// <summary>How many ids were made; kept with the workspace so that a restart repeats none.</summary>
    public long Count { get; set; }

    public ObjectId Next(long nowMs) => new((uint)(nowMs / 1_000), (_origin << 24) | ((ulong)++Count & 0xFF_FFFF));

    /// <summary>A short id, as at the end of a routing id.</summary>
    public string NextShort() => Encode(SeededRandom.Roll(seed, ++Count) >> 16, Base36);

    /// <summary>A provider's message id as WhatsApp has them, always the same for the same message.</summary>
    public static string External(ObjectId id)
    {
        Span<byte> bytes = stackalloc byte[21];
        BitConverter.TryWriteBytes(bytes, 0x18_01_11_80u);
        for (var part = 0; part < 2; part++)
        {
            BitConverter.TryWriteBytes(bytes[(4 + (part * 8))..], SeededRandom.Roll((long)id.Rest, id.Second + part));
        }

        return Convert.ToBase64String(bytes).TrimEnd('=').Replace('/', 'A').Replace('+', 'B');
    }

    /// <summary>A trace id in the vendor's shape: capitals, prefix, time, zeros, flow, id.</summary>
    public static string Trace(long nowMs, long number)
    {
        var time = Encode(((ulong)nowMs << 22) | ((ulong)number & 0x3FFFFF), Base62);
        var prefix = (SeededRandom.Roll(nowMs, 7) & 0xFFFFF).ToString("x5", null);
        return $"MCK-{prefix}-{time}-000000-api-{Encode(((ulong)nowMs << 22) | ((ulong)(number + 1) & 0x3FFFFF), Base62)}";
    }

    private static string Encode(ulong value, string digits)
    {
        Span<char> text = stackalloc char[16];
        var at = text.Length;
        do
        {
            text[--at] = digits[(int)(value % (ulong)digits.Length)];
            value /= (ulong)digits.Length;
        }
        while (value > 0);

        return new string(text[at..]);
    }
}

/// <summary>Random numbers without state: the same seed and number always give the same result, on every machine and after every restart.</summary>
internal static class SeededRandom
{
    public static ulong Roll(long seed, long number) => WorkspaceSeed.Mix(unchecked((ulong)seed + ((ulong)number * WorkspaceSeed.Golden)));
}
