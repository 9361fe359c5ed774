using System.Collections.Concurrent;
using MockMessaging.Errors;
using MockMessaging.Limits;
using MockMessaging.State;

namespace MockMessaging.Workspaces;

/// <summary>
/// The workspaces in the memory of this server, by key. Those in which nothing was changed are not counted, and are dropped when there are many of them: the
/// next request makes an identical one.
/// </summary>
internal sealed class OpenWorkspaces(WorkspaceDefaults defaults)
{
    private const int MostUnchanged = 1_000;

    private readonly ConcurrentDictionary<string, Workspace> _byKey = new(StringComparer.Ordinal);
    private readonly UnchangedWorkspaces _unchanged = new();
    private readonly Lock _gate = new();

    /// <summary>An unchanged workspace has left the memory. With its key, and under a lock: a handler must be quick.</summary>
    public event Action<string>? Dropped;

    /// <summary>How many are kept: those in which something was changed.</summary>
    public int Count => _byKey.Count - _unchanged.Count;

    /// <summary>Changed or not, in no order.</summary>
    public IEnumerable<Workspace> All => _byKey.Values;

    /// <summary>The workspace of a key, changed or not.</summary>
    public Workspace? Find(string key) => _byKey.GetValueOrDefault(key);

    /// <summary>The workspace of a key in which something was changed.</summary>
    public Workspace? FindKept(string key) => Find(key) is { IsKept: true } kept ? kept : null;

    /// <summary>The workspace of a key, its use begun; null if there is none.</summary>
    public Workspace? TryUse(string key) => _byKey.TryGetValue(key, out var known) && known.Uses.TryBegin() ? known : null;

    /// <summary>The same; if there is none, a new one is made.</summary>
    /// <exception cref="ApiException">It is a new one, and the memory is full.</exception>
    public Workspace Use(string key, Func<string, Workspace> make)
    {
        lock (_gate)
        {
            if (TryUse(key) is { } known)
            {
                return known;
            }

            if (defaults.Memory.IsFull)
            {
                DropUnused(leaving: 0);
                throw ErrorCatalog.Busy(defaults.Memory.Reason);
            }

            var made = make(key);
            made.Uses.TryBegin();
            _byKey[key] = made;
            _unchanged.Add(made);
            DropUnused(MostUnchanged);
            return made;
        }
    }

    /// <summary>Adds a workspace that was read back.</summary>
    public void PutBack(Workspace workspace) => _byKey[workspace.Key] = workspace;

    /// <summary>Removes a workspace that another server is to have.</summary>
    public void GiveUp(Workspace workspace)
    {
        lock (_gate)
        {
            _unchanged.Remove(workspace);
            _byKey.TryRemove(KeyValuePair.Create(workspace.Key, workspace));
        }
    }

    /// <summary>Counts a workspace that is about to be changed for the first time.</summary>
    /// <exception cref="TooManyWorkspacesException">The server holds as many as it may.</exception>
    public void Keep(Workspace workspace)
    {
        lock (_gate)
        {
            if (Count >= defaults.Limits.MaxWorkspaces)
            {
                throw new TooManyWorkspacesException(defaults.Limits.MaxWorkspaces);
            }

            _unchanged.Remove(workspace);
        }
    }

    /// <summary>It is as if nothing had been changed in it.</summary>
    public void KeepNoLonger(Workspace workspace)
    {
        lock (_gate)
        {
            _unchanged.Add(workspace);
            DropUnused(MostUnchanged);
        }
    }

    /// <summary>Drops a workspace unless it was changed, or a request uses it.</summary>
    public void Drop(Workspace workspace)
    {
        lock (_gate)
        {
            if (!workspace.IsKept && workspace.Uses.TryClose())
            {
                _unchanged.Remove(workspace);
                Remove(workspace);
            }
        }
    }

    private void DropUnused(int leaving)
    {
        foreach (var dropped in _unchanged.TakeUnused(leaving))
        {
            Remove(dropped);
        }
    }

    private void Remove(Workspace workspace)
    {
        _byKey.TryRemove(workspace.Key, out _);
        Dropped?.Invoke(workspace.Key);
    }
}

/// <summary>The workspaces in which nothing was changed, oldest first: the server need not keep them. Not for several threads at once.</summary>
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
