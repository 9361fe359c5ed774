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

    /// <summary>
    /// Cancelled when the lease of a replica runs out, so that nobody waits for one that hangs. One that ends in order still responds to what it was sent.
    /// </summary>
    public CancellationToken EndOf(string address)
    {
        lock (_gate)
        {
            return _live.TryGetValue(address, out var end) ? end.Token : CancellationToken.None;
        }
    }

    /// <param name="replicas">By address, whether the lease is valid. One that has ended in order is missing.</param>
    public void Update(IReadOnlyDictionary<string, bool> replicas)
    {
        List<CancellationTokenSource> ends = [];
        lock (_gate)
        {
            foreach (var (address, end) in _live.Where(known => !replicas.GetValueOrDefault(known.Key)).ToList())
            {
                _live.Remove(address);
                _ended.Add(address);
                if (replicas.ContainsKey(address))
                {
                    ends.Add(end);
                }
            }

            foreach (var (address, _) in replicas.Where(static replica => replica.Value))
            {
                _ended.Remove(address);
                _live.TryAdd(address, new CancellationTokenSource());
            }
        }

        // Whoever waits goes on from here.
        ends.ForEach(static end => _ = end.CancelAsync());
    }
}
