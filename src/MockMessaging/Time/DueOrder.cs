namespace MockMessaging.Time;

/// <summary>
/// When something falls due, and its place among what falls due in the same millisecond: by the record it belongs to, then by its step.
/// All three survive a restart, so one such value tells of everything whether it has happened.
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
