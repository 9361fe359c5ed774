namespace MockMessaging.Workspaces;

/// <summary>Counts the requests that use a workspace, and notes when the last one ended. Once it is closed, none can begin.</summary>
internal sealed class WorkspaceUses(TimeProvider host)
{
    private const int Closed = int.MinValue;

    private int _uses;
    private long _lastEnd = host.GetTimestamp();

    /// <summary>Begins a use, which <see cref="End"/> ends; false if the workspace is closed.</summary>
    public bool TryBegin()
    {
        var uses = Volatile.Read(ref _uses);
        while (uses >= 0)
        {
            var found = Interlocked.CompareExchange(ref _uses, uses + 1, uses);
            if (found == uses)
            {
                return true;
            }

            uses = found;
        }

        return false;
    }

    public void End()
    {
        Volatile.Write(ref _lastEnd, host.GetTimestamp());
        Interlocked.Decrement(ref _uses);
    }

    /// <summary>When somebody last worked with it, by the machine's clock; the present while somebody does.</summary>
    public DateTimeOffset LastUsedAt => Volatile.Read(ref _uses) > 0 ? host.GetUtcNow() : host.GetUtcNow() - host.GetElapsedTime(Volatile.Read(ref _lastEnd));

    /// <summary>Closes it, unless it is used.</summary>
    public bool TryClose() => Interlocked.CompareExchange(ref _uses, Closed, 0) == 0;

    /// <summary>True if it was not used for a time up to a timestamp of the host.</summary>
    public bool RestedFor(TimeSpan span, long until) =>
        Volatile.Read(ref _uses) == 0 && host.GetElapsedTime(Volatile.Read(ref _lastEnd), until) >= span;
}
