using MockMessaging.Errors;
using MockMessaging.Storage;

namespace MockMessaging.Workspaces;

/// <content>When it cannot be used: set aside after an error, or closed.</content>
internal sealed partial class Workspace
{
    private volatile string? _setAside;
    private volatile string? _closed;

    /// <summary>Why every request is refused until a reset; null if it is not set aside.</summary>
    public string? SetAside => _setAside;

    /// <summary>True if this server has given it up.</summary>
    public bool IsClosed => _closed is not null;

    /// <summary>
    /// True if no timer fires and no push leaves: it is set aside or closed, or the store has failed, so that a restart would not know what happened.
    /// </summary>
    public bool StandsStill => _setAside is not null || _closed is not null || _services.Store.Refusal is not null;

    /// <summary>
    /// Refuses every request from now on, and fires no timers: memory may hold half of a change. The file stays as it was before that change,
    /// until the reset.
    /// </summary>
    public void PutAside(string what, Exception failure)
    {
        lock (_sync)
        {
            if (_setAside is not null)
            {
                return;
            }

            _setAside = $"This workspace is set aside. {what}: {failure.Message.ReplaceLineEndings(" ").TrimEnd('.')}. "
                + "DELETE /_sandbox/workspace starts it anew; the server's log has the details.";
            _timers.Clear();
            _services.Log.LogError(failure, "Workspace {Workspace} is set aside. {What}: {Reason} DELETE /_sandbox/workspace with its key starts it anew.", Name, what, failure.Message);
        }

        Changes.Pulse();
    }

    /// <summary>
    /// Gives it up, so that another server can open it from the store: from now on every request is refused, no timer fires and no push leaves.
    /// The pushes that still wait are stored first, if the store takes anything.
    /// </summary>
    /// <returns>When something is due in it next, by the machine's clock, null if never; and a task that completes when no push is under way any more.</returns>
    public (DateTimeOffset? NextDue, Task PushesEnded) Close(string reason)
    {
        lock (_sync)
        {
            if (IsKept && !StandsStill)
            {
                StorePushes();
            }

            // Also if it stands still, because the next server to open it goes on.
            var wait = !_services.PushQueues.IsIdle(this) ? TimeSpan.Zero : _timers.Next is { } next && next.DueMs <= LatestMs ? Clock.HostTimeUntil(next.DueMs) : null;
            _closed = reason;
            _timers.Clear();
            var ended = _services.PushQueues.DiscardAsync(this);
            Changes.Pulse();
            return (_services.Host.GetUtcNow() + wait, ended);
        }
    }

    /// <exception cref="ApiException">The workspace is set aside.</exception>
    /// <exception cref="StoreBusyException">It was closed.</exception>
    private void EnsureUsable()
    {
        if (_closed is { } closed)
        {
            throw new StoreBusyException(closed);
        }

        if (_setAside is { } reason)
        {
            throw ErrorCatalog.Busy(reason);
        }
    }

    /// <summary>Sets it aside, and returns the error for the caller.</summary>
    private ApiException Refused(string what, Exception failure)
    {
        PutAside(what, failure);
        return ErrorCatalog.Busy(_setAside!);
    }
}
