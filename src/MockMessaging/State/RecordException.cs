namespace MockMessaging.State;

/// <summary>A record that cannot become part of a workspace.</summary>
internal sealed class RecordException(string field, string reason, Exception? cause = null) : Exception($"{field}: {reason}", cause)
{
    /// <summary>Which of its fields is at fault; empty for the whole.</summary>
    public string Field { get; } = field;

    /// <summary>What is wrong, without the field.</summary>
    public string Reason { get; } = reason;

    /// <summary>Where the record stands among those that were read; -1 if it is about none of them alone.</summary>
    public int Index { get; init; } = -1;
}
