namespace MockMessaging.Contract;

/// <summary>What is pushed: one wrapper, one item.</summary>
public sealed class InBoundWrapper
{
    /// <summary>Actions; never filled.</summary>
    public IReadOnlyList<InBoundAction>? Actions { get; set; }

    /// <summary>The persons it is about.</summary>
    public IReadOnlyList<InBoundContact>? Contacts { get; set; }

    /// <summary>What happened in a session, one item per push.</summary>
    public IReadOnlyList<InBoundEvent>? Events { get; set; }

    /// <summary>Messages of customers, one item per push.</summary>
    public IReadOnlyList<InBoundMsg>? Messages { get; set; }

    /// <summary>About it.</summary>
    public InBoundMeta? Meta { get; set; }

    /// <summary>Reports on sent messages, one item per push.</summary>
    public IReadOnlyList<InBoundMsgStatus>? Statuses { get; set; }

    /// <summary>Which of the arrays is filled.</summary>
    [DocumentedValues("messages", "actions", "events", "statuses")]
    public string? Type { get; set; }
}
