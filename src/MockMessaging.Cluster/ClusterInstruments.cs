using System.Diagnostics.Metrics;
using MockMessaging.Telemetry;

namespace MockMessaging.Cluster;

/// <summary>The metrics of this replica, in the meter of the server.</summary>
internal sealed class ClusterInstruments
{
    private readonly Meter _meter;
    private readonly Counter<long> _taken;
    private readonly Counter<long> _forwarded;

    public ClusterInstruments(IMeterFactory meters)
    {
        _meter = meters.Create(Instruments.MeterName);
        _taken = _meter.CreateCounter<long>("mock_messaging.cluster.keys.taken", "{key}", "Keys that this replica has taken over.");
        _forwarded = _meter.CreateCounter<long>("mock_messaging.cluster.requests.forwarded", "{request}", "Requests that this replica has handed to others.");
    }

    /// <summary>A key was taken over.</summary>
    /// <param name="wasKilled">Its last owner did not give it back.</param>
    public void Taken(bool wasKilled) => _taken.Add(1, new KeyValuePair<string, object?>("killed", wasKilled));

    /// <summary>A request was handed to its owner.</summary>
    public void Forwarded(ForwardOutcome outcome) => _forwarded.Add(1, new KeyValuePair<string, object?>("outcome", outcome.ToString().ToLowerInvariant()));

    public void Watch(Func<int> owned, Func<bool> leaseIsValid)
    {
        _meter.CreateObservableGauge("mock_messaging.cluster.keys.owned", owned, "{key}", "Keys that this replica owns.");
        _meter.CreateObservableGauge("mock_messaging.cluster.lease.valid", () => leaseIsValid() ? 1 : 0, null, "1 while this replica may use its workspaces, else 0.");
    }
}

/// <summary>What became of a forwarded request.</summary>
internal enum ForwardOutcome
{
    /// <summary>The owner has handled it, and the client has the response.</summary>
    Done,

    /// <summary>The other replica did not own the key, so it did nothing.</summary>
    NotOwner,

    /// <summary>The other replica could not be reached, so it did nothing.</summary>
    Unreachable,

    /// <summary>The connection broke while the other replica worked on it, so it may or may not have taken effect.</summary>
    Broken,

    /// <summary>The client has gone before the response.</summary>
    Abandoned,
}
