using MockMessaging.Errors;

namespace MockMessaging.Workspaces;

/// <content>What happens when it cannot be relied on any more.</content>
internal sealed partial class Workspace
{
    private volatile string? _setAside;

    /// <summary>Why every call is refused until a reset; <c>null</c> while all is well.</summary>
    public string? SetAside => _setAside;

    /// <summary>
    /// Refuses every call from now on and does nothing more by itself: what memory holds may be half of a change. What the file holds stays as it
    /// was before that change, until the reset.
    /// </summary>
    /// <param name="what">What failed, as the start of a sentence.</param>
    /// <param name="failure">Why.</param>
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

    /// <summary>Puts it aside, and gives the refusal for whoever called.</summary>
    private ApiException Refused(string what, Exception failure)
    {
        PutAside(what, failure);
        return ErrorCatalog.Busy(_setAside!);
    }
}
