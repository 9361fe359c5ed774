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

/// <summary>The workspaces in which nothing was changed, oldest first: the server need not keep them. Use it only under the lock of the directory.</summary>
internal sealed class UnchangedWorkspaces
{
    private readonly LinkedList<Workspace> _oldestFirst = new();
    private readonly Dictionary<Workspace, LinkedListNode<Workspace>> _places = [];

    public int Count => _places.Count;

    public void Add(Workspace workspace)
    {
        if (!_places.ContainsKey(workspace))
        {
            _places.Add(workspace, _oldestFirst.AddLast(workspace));
        }
    }

    public bool Remove(Workspace workspace)
    {
        if (!_places.Remove(workspace, out var place))
        {
            return false;
        }

        _oldestFirst.Remove(place);
        return true;
    }

    /// <summary>Closes and returns unused ones, oldest first, until only this many are left.</summary>
    public IEnumerable<Workspace> TakeUnused(int leaving)
    {
        for (var place = _oldestFirst.First; place is not null && Count > leaving;)
        {
            var (workspace, next) = (place.Value, place.Next);
            if (workspace.Uses.TryClose())
            {
                Remove(workspace);
                yield return workspace;
            }

            place = next;
        }
    }
}
