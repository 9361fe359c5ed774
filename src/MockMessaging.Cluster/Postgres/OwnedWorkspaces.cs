namespace MockMessaging.Cluster.Postgres;

/// <summary>
/// The workspaces that this replica owns, as far as it knows. A term ends when the lease has run out and is taken anew: other replicas may have
/// taken workspaces in between.
/// </summary>
internal sealed class OwnedWorkspaces
{
    private readonly Lock _gate = new();
    private readonly Dictionary<long, PostgresWorkspaceStore> _stores = [];
    private int _term;

    public int Term
    {
        get
        {
            lock (_gate)
            {
                return _term;
            }
        }
    }

    public IReadOnlyList<PostgresWorkspaceStore> All
    {
        get
        {
            lock (_gate)
            {
                return [.. _stores.Values];
            }
        }
    }

    /// <summary>Starts the next term. Returns the workspaces of the earlier ones, which are to be looked up in the database.</summary>
    public IReadOnlyList<PostgresWorkspaceStore> BeginTerm()
    {
        lock (_gate)
        {
            _term++;
            return [.. _stores.Values];
        }
    }

    /// <summary>False if its term has ended, so that another replica may have taken it already.</summary>
    /// <param name="earlier">A store of the same workspace with an earlier epoch.</param>
    public bool TryAdd(PostgresWorkspaceStore store, int term, out PostgresWorkspaceStore? earlier)
    {
        lock (_gate)
        {
            earlier = null;
            if (term != _term)
            {
                return false;
            }

            _stores.Remove(store.Number, out earlier);
            _stores.Add(store.Number, store);
            return true;
        }
    }

    public void Remove(PostgresWorkspaceStore store)
    {
        lock (_gate)
        {
            if (_stores.TryGetValue(store.Number, out var known) && known == store)
            {
                _stores.Remove(store.Number);
            }
        }
    }
}
