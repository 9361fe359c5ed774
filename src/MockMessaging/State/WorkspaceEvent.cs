using MockMessaging.Contract;

namespace MockMessaging.State;

/// <param name="Number">Ascending number, from 1.</param>
/// <param name="Kind">What happened.</param>
/// <param name="AtMs">When, by the workspace's clock, in milliseconds since the epoch.</param>
/// <param name="About">The message, push, session or contact it is about; null for kinds that are about the whole workspace.</param>
/// <param name="Status">The status taken, for a change of status.</param>
/// <param name="Detail">The event code, for a session; why something was left out.</param>
internal readonly record struct WorkspaceEvent(long Number, WorkspaceEventKind Kind, long AtMs, object? About, MessageStatus? Status, string? Detail);

internal enum WorkspaceEventKind
{
    /// <summary>A client app's message was accepted.</summary>
    Sent,

    /// <summary>A customer's message came in.</summary>
    Inbound,

    /// <summary>A message took a status.</summary>
    Status,

    Push,

    /// <summary>A session was opened, routed, resolved or closed.</summary>
    Session,

    /// <summary>A customer would have written, and the workspace has no room for it.</summary>
    LeftOut,

    /// <summary>All data was removed or replaced.</summary>
    Reset,

    /// <summary>The clock was set or advanced.</summary>
    Clock,

    /// <summary>A fault was added, changed or removed, or has counted a request or push.</summary>
    Faults,

    /// <summary>A rule was added or removed, or has counted a message.</summary>
    Outcomes,

    /// <summary>Customers began or stopped to write by themselves.</summary>
    Traffic,

    /// <summary>A webhook was registered or removed.</summary>
    Webhook,

    /// <summary>Fidelity, care window, delays or seed were changed.</summary>
    Settings,

    /// <summary>A snapshot was taken or removed.</summary>
    Snapshots,

    /// <summary>A media file was uploaded or removed.</summary>
    Media,

    /// <summary>A channel, template, client app or variable was set or removed, or a template was approved or rejected.</summary>
    Configuration,
}
