namespace MockMessaging.Contract;

/// <summary>InBoundWrapper</summary>
public sealed class InBoundWrapper
{
    /// <summary>actions</summary>
    public IReadOnlyList<InBoundAction>? Actions { get; set; }

    /// <summary>contacts</summary>
    public IReadOnlyList<InBoundContact>? Contacts { get; set; }

    /// <summary>events</summary>
    public IReadOnlyList<InBoundEvent>? Events { get; set; }

    /// <summary>messages</summary>
    public IReadOnlyList<InBoundMsg>? Messages { get; set; }

    /// <summary>meta</summary>
    public InBoundMeta? Meta { get; set; }

    /// <summary>statuses</summary>
    public IReadOnlyList<InBoundMsgStatus>? Statuses { get; set; }

    /// <summary>type</summary>
    public InBoundWrapperType? Type { get; set; }
}
