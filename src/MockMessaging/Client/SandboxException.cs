using System.Net;
using MockMessaging.Control;

namespace MockMessaging.Client;

/// <summary>The server refused a call, or something has not happened in time. The message holds all of it.</summary>
public sealed class SandboxException : Exception
{
    internal SandboxException(string message, HttpStatusCode status, string title, string detail, string? field = null, IReadOnlyList<PendingItem>? pending = null)
        : base(message)
    {
        Status = status;
        Title = title;
        Detail = detail;
        Field = field;
        Pending = pending ?? [];
    }

    /// <summary>HTTP status of the answer.</summary>
    public HttpStatusCode Status { get; }

    /// <summary>What kind of failure; for the documented API the <c>statusKey</c>.</summary>
    public string Title { get; }

    /// <summary>What is wrong and how to mend it.</summary>
    public string Detail { get; }

    /// <summary>The field or parameter at fault, where there is one.</summary>
    public string? Field { get; }

    /// <summary>Where something was waited for: what has still to happen, and when it is due.</summary>
    public IReadOnlyList<PendingItem> Pending { get; }
}
