namespace MockMessaging.Time;

/// <summary>
/// When something is due, and its order among what is due in the same millisecond: by the record it belongs to, then by its step.
/// All three survive a restart, so one such value says which of all timers have fired.
/// </summary>
internal readonly record struct DueOrder(long DueMs, long RecordId, int Step) : IComparable<DueOrder>
{
    public int CompareTo(DueOrder other) =>
        DueMs != other.DueMs ? DueMs.CompareTo(other.DueMs)
        : RecordId != other.RecordId ? RecordId.CompareTo(other.RecordId)
        : Step.CompareTo(other.Step);

    public static bool operator <(DueOrder left, DueOrder right) => left.CompareTo(right) < 0;

    public static bool operator >(DueOrder left, DueOrder right) => left.CompareTo(right) > 0;

    public static bool operator <=(DueOrder left, DueOrder right) => left.CompareTo(right) <= 0;

    public static bool operator >=(DueOrder left, DueOrder right) => left.CompareTo(right) >= 0;
}
