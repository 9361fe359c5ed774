using MockMessaging.State;

namespace MockMessaging.Webhooks;

/// <summary>The pushes of one client app: in order within a contact, side by side across contacts, a bounded number at once.</summary>
internal sealed class AppLanes(Func<Push, Task> attempt, int parallel)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, Queue<Push>> _byContact = new(StringComparer.Ordinal);
    private readonly Queue<string> _ready = new();
    private readonly TaskCompletionSource _drained = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _workers;
    private bool _voided;
    private bool _finishing;

    public void Enqueue(Push push)
    {
        lock (_gate)
        {
            if (_voided)
            {
                return;
            }

            if (_byContact.TryGetValue(push.ContactId, out var waiting))
            {
                waiting.Enqueue(push);
                return;
            }

            _byContact.Add(push.ContactId, new Queue<Push>([push]));
            _ready.Enqueue(push.ContactId);
            if (_workers < parallel && !_finishing)
            {
                _workers++;
                _ = Task.Run(WorkAsync);
            }
        }
    }

    /// <summary>How many are under way, and the oldest that is not answered.</summary>
    public (int UnderWay, Push? Oldest) Look()
    {
        lock (_gate)
        {
            return (_workers, _byContact.Values.Select(waiting => waiting.Peek()).MinBy(push => push.CreatedAt));
        }
    }

    public Task VoidAsync()
    {
        lock (_gate)
        {
            _voided = true;
            _ready.Clear();
            foreach (var push in _byContact.Values.SelectMany(waiting => waiting))
            {
                push.Settle();
            }

            _byContact.Clear();
            if (_workers == 0)
            {
                _drained.TrySetResult();
            }

            return _drained.Task;
        }
    }

    public Task FinishAsync()
    {
        lock (_gate)
        {
            _finishing = true;
            if (_workers == 0)
            {
                _drained.TrySetResult();
            }

            return _drained.Task;
        }
    }

    private async Task WorkAsync()
    {
        while (TakeNext() is { } push)
        {
            await attempt(push).ConfigureAwait(false);
            Finish(push);
        }
    }

    private Push? TakeNext()
    {
        lock (_gate)
        {
            if (!_finishing && _ready.TryDequeue(out var contact))
            {
                return _byContact[contact].Peek();
            }

            if (--_workers == 0 && (_voided || _finishing))
            {
                _drained.TrySetResult();
            }

            return null;
        }
    }

    private void Finish(Push push)
    {
        lock (_gate)
        {
            if (_voided)
            {
                return;
            }

            var waiting = _byContact[push.ContactId];
            waiting.Dequeue();
            if (waiting.Count == 0)
            {
                _byContact.Remove(push.ContactId);
            }
            else
            {
                _ready.Enqueue(push.ContactId);
            }
        }
    }
}
