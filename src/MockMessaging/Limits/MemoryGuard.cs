using System.Globalization;

namespace MockMessaging.Limits;

/// <summary>
/// Knows when the server as a whole holds as much as it may. Asking costs almost nothing, because the heap is measured only after a
/// collection.
/// </summary>
internal sealed class MemoryGuard(long mostBytes, Func<int> collections, Func<HeapReading> read, Action<bool> collect, TimeProvider host)
{
    private const double UsualShare = 0.8;
    private const long Megabyte = 1_048_576;

    private static readonly TimeSpan BetweenCollections = TimeSpan.FromSeconds(1);

    private readonly Lock _gate = new();
    private int _seen = -1;
    private long? _askedAt;
    private volatile bool _isFull;

    /// <summary>Why something is refused, and what to do.</summary>
    public string Reason { get; } =
        $"This server holds {(mostBytes / Megabyte).ToString("N0", CultureInfo.InvariantCulture)} MB, as much as it may (Limits:MaxMemoryMegabytes), and takes only GET and DELETE; " +
        "empty workspaces with DELETE /_sandbox/workspace, or raise the setting.";

    public bool IsFull
    {
        get
        {
            var now = collections();
            if (now != Volatile.Read(ref _seen) || _isFull)
            {
                Volatile.Write(ref _seen, now);
                Look();
            }

            return _isFull;
        }
    }

    public static MemoryGuard OfThisProcess(WorkspaceLimits limits, TimeProvider host) => new(
        limits.MaxMemoryMegabytes is { } given ? given * Megabyte : (long)(GC.GetGCMemoryInfo().TotalAvailableMemoryBytes * UsualShare),
        () => GC.CollectionCount(0),
        HeapReading.Now,
        blocking => GC.Collect(GC.MaxGeneration, GCCollectionMode.Forced, blocking),
        host);

    /// <summary>Call it after much was removed, so that the next request finds the room.</summary>
    public void RecheckAfterRemoval()
    {
        if (_isFull)
        {
            collect(true);
            Look();
        }
    }

    /// <summary>Only a full collection shows what is really held. One is started, not too often, if that may be too much.</summary>
    private void Look()
    {
        lock (_gate)
        {
            var heap = read();
            _isFull = heap.LatestFull > mostBytes;
            if (Math.Max(heap.Latest, heap.LatestFull) > mostBytes && (_askedAt is not { } last || host.GetElapsedTime(last) >= BetweenCollections))
            {
                _askedAt = host.GetTimestamp();
                collect(false);
            }
        }
    }
}

/// <summary>How large the heap was, without its gaps.</summary>
/// <param name="Latest">After the latest collection, in bytes; it may hold much that only a full one takes away.</param>
/// <param name="LatestFull">After the latest full collection, in bytes: what is really held.</param>
internal readonly record struct HeapReading(long Latest, long LatestFull)
{
    public static HeapReading Now()
    {
        var (blocking, background) = (GC.GetGCMemoryInfo(GCKind.FullBlocking), GC.GetGCMemoryInfo(GCKind.Background));

        // The first background collection has a number before it has a result.
        var latest = background.HeapSizeBytes > 0 && background.Index > blocking.Index ? background : blocking;
        return new HeapReading(Size(GC.GetGCMemoryInfo(GCKind.Any)), Size(latest));
    }

    private static long Size(GCMemoryInfo info) => info.HeapSizeBytes - info.FragmentedBytes;
}
