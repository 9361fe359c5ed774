using MockMessaging.Time;

namespace MockMessaging.State;

/// <summary>
/// The pushes of planned statuses that are under way. They are not stored: a restart makes them anew from the plans of their messages,
/// beginning with the earliest one here. Later pushes that had already arrived are then sent again, a bounded number of them.
/// </summary>
internal sealed class UnstoredPushes
{
    /// <summary>Pushes that may have ended after the earliest that has not; beyond it that one is stored.</summary>
    private const int MostMadeTwice = 1_000;

    private readonly Queue<Push> _inOrder = new();
    private int _ended;

    /// <summary>Adds a push, at the moment its status is due.</summary>
    public void Begin(WorkspaceTransaction transaction, Push push)
    {
        _inOrder.Enqueue(push);
        Note(transaction);
    }

    public void End(WorkspaceTransaction transaction)
    {
        _ended++;
        while (_inOrder.TryPeek(out var first) && (IsOver(first) || _ended > MostMadeTwice))
        {
            _inOrder.Dequeue();
            if (IsOver(first))
            {
                _ended--;
            }
            else
            {
                transaction.Save(first);
            }
        }

        Note(transaction);
    }

    /// <summary>Stores a push that will take longer.</summary>
    public void Store(WorkspaceTransaction transaction, Push push)
    {
        if (push is { Stage: not null, StoreId: 0 })
        {
            transaction.Save(push);
            End(transaction);
        }
    }

    /// <summary>Stores all of them, when a restart could not know which to make anew.</summary>
    public void StoreAll(WorkspaceTransaction transaction)
    {
        foreach (var push in _inOrder.Where(push => !IsOver(push)))
        {
            transaction.Save(push);
        }

        _inOrder.Clear();
        _ended = 0;
        Note(transaction);
    }

    private static bool IsOver(Push push) => push.StoreId > 0 || push.State is PushState.Delivered or PushState.Failed or PushState.Skipped;

    private void Note(WorkspaceTransaction transaction)
    {
        DueOrder? first = _inOrder.TryPeek(out var push) ? push.Message!.DueOf(push.Stage!.Value) : null;
        var progress = transaction.State.Progress;
        if (progress.FirstUnstored != first)
        {
            progress.FirstUnstored = first;
            transaction.Save(progress);
        }
    }
}
