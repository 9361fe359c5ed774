namespace MockMessaging.Workspaces;

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
