using MockMessaging.Errors;

namespace MockMessaging.Workspaces;

/// <content>Setting it aside after an error.</content>
internal sealed partial class Workspace
{
    private volatile string? _setAside;

    /// <summary>Why every request is refused until a reset; null if it is not set aside.</summary>
    public string? SetAside => _setAside;

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

    /// <exception cref="ApiException">The workspace is set aside.</exception>
    private void EnsureUsable()
    {
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
