namespace MockMessaging.Events;

/// <summary>Wakes those who wait for the next change. Take <see cref="Next"/> before reading, so that no change is missed in between.</summary>
internal sealed class ChangeSignal
{
    private TaskCompletionSource? _next;

    /// <summary>Completes with the next change.</summary>
    public Task Next
    {
        get
        {
            var known = Volatile.Read(ref _next);
            if (known is null)
            {
                var own = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
                known = Interlocked.CompareExchange(ref _next, own, null) ?? own;
            }

            return known.Task;
        }
    }

    public void Pulse()
    {
        if (Volatile.Read(ref _next) is not null)
        {
            Interlocked.Exchange(ref _next, null)?.TrySetResult();
        }
    }
}
