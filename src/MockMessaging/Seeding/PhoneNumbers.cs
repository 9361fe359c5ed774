namespace MockMessaging.Seeding;

/// <summary>Made-up Indian mobile numbers, a different one for each place in their order.</summary>
internal sealed class PhoneNumbers(long seed)
{
    // Mobile numbers begin with 6 to 9. Endings below 1000 are not used: some of them choose a delivery outcome.
    private const int Endings = 9_000;
    private const int Middles = 100_000;
    private const int Beginnings = 4;
    private const ulong Count = (ulong)Endings * Middles * Beginnings;

    // A prime that does not divide Count: steps of this size reach each number once before one repeats.
    private const ulong Stride = 2_654_435_761;

    private readonly ulong _start = (ulong)WorkspaceSeed.Derive(seed, nameof(PhoneNumbers), 0) % Count;

    public string At(long number)
    {
        var place = (((ulong)number % Count * Stride) + _start) % Count;
        var (head, ending) = Math.DivRem(place, Endings);
        var (beginning, middle) = Math.DivRem(head, Middles);
        return $"+91{6 + beginning}{middle:D5}{1_000 + ending}";
    }
}
