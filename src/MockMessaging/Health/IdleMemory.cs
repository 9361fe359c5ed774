namespace MockMessaging.Health;

/// <summary>
/// Gives memory back to the machine while the server has nothing to do: the collector keeps what it grew to under load, several times what
/// is held, for as long as nobody asks for memory. Not for a process that hosts more than the server.
/// </summary>
/// <param name="allocated">How many bytes were ever allocated.</param>
/// <param name="giveBack">Gives it back, which stops everything for a moment.</param>
internal sealed class IdleMemory(Func<long> allocated, Action giveBack) : BackgroundService
{
    /// <summary>Allocated between two looks by a server that only ticks.</summary>
    private const long Idling = 1_000_000;

    /// <summary>Allocated since it was last given back, so that the moment is worth it.</summary>
    private const long Worthwhile = 64_000_000;

    private static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(5);

    private long _seen;
    private long _givenBackAt;

    public static IdleMemory OfThisProcess() => new(
        static () => GC.GetTotalAllocatedBytes(),
        static () => GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true));

    public void Look()
    {
        var now = allocated();
        if (now - _seen < Idling && now - _givenBackAt > Worthwhile)
        {
            _givenBackAt = now;
            giveBack();
        }

        _seen = now;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var ticks = new PeriodicTimer(BetweenLooks);
        while (await ticks.WaitForNextTickAsync(stoppingToken).ConfigureAwait(false))
        {
            Look();
        }
    }
}
