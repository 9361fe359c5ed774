namespace MockMessaging.Cluster.Postgres;

/// <summary>Which replicas have a valid lease, as of the last renewal of this one's.</summary>
internal sealed class LiveReplicas
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, CancellationTokenSource> _live = new(StringComparer.Ordinal);
    private readonly HashSet<string> _ended = new(StringComparer.Ordinal);

    /// <summary>False once its lease has ended. One that was never seen may have begun a moment ago.</summary>
    public bool IsLive(string address)
    {
        lock (_gate)
        {
            return !_ended.Contains(address);
        }
    }

    /// <summary>Cancelled when the lease of a replica ends, so that nobody waits for one that hangs.</summary>
    public CancellationToken EndOf(string address)
    {
        lock (_gate)
        {
            return _live.TryGetValue(address, out var end) ? end.Token : CancellationToken.None;
        }
    }

    public void Update(IReadOnlyCollection<string> live)
    {
        List<CancellationTokenSource> ends = [];
        lock (_gate)
        {
            foreach (var (address, end) in _live.Where(known => !live.Contains(known.Key)).ToList())
            {
                _live.Remove(address);
                _ended.Add(address);
                ends.Add(end);
            }

            foreach (var address in live)
            {
                _ended.Remove(address);
                _live.TryAdd(address, new CancellationTokenSource());
            }
        }

        // Whoever waits goes on from here.
        ends.ForEach(static end => _ = end.CancelAsync());
    }
}
