using MockMessaging.Time;

namespace MockMessaging.State;

/// <summary>Something a workspace will do later, as a transaction of its own whose time is the moment it was due.</summary>
internal abstract class SandboxTimer(DueOrder due)
{
    public DueOrder Due { get; } = due;

    /// <summary>What it will do, for people.</summary>
    public virtual DueAction Action => new(DueKind.Timer);

    public abstract void Fire(WorkspaceTransaction transaction);
}

/// <summary>What a timer will do.</summary>
/// <param name="What">What kind of thing.</param>
/// <param name="Message">The message it is about.</param>
/// <param name="ContactId">The contact it is about, if there is no message.</param>
/// <param name="Status">The status that the message takes, or what the push reports.</param>
/// <param name="Detail">More about it, as a sentence.</param>
internal readonly record struct DueAction(DueKind What, Message? Message = null, string? ContactId = null, string? Status = null, string? Detail = null);

/// <summary>Kinds of things that fall due.</summary>
internal enum DueKind
{
    /// <summary>A message takes a status.</summary>
    Status,

    /// <summary>A customer replies to a message.</summary>
    Reply,

    /// <summary>A push is sent.</summary>
    Push,

    /// <summary>A made-up customer writes.</summary>
    Traffic,

    /// <summary>A template becomes approved.</summary>
    Approval,

    /// <summary>Anything else.</summary>
    Timer,
}
