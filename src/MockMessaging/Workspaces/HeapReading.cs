namespace MockMessaging.Workspaces;

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
