using System.Text.Json.Serialization;

namespace MockMessaging.State;

/// <summary>Something that is stored, so that a restart keeps it.</summary>
internal abstract class Record
{
    /// <summary>Ascending over the whole server; 0 until first saved.</summary>
    [JsonIgnore]
    public long StoreId { get; set; }

    /// <summary>True if the store has never seen it.</summary>
    [JsonIgnore]
    public bool IsUnstored { get; set; }

    /// <summary>True if the present transaction saves it already: faster than a search of all it saves.</summary>
    [JsonIgnore]
    public bool IsInChange { get; set; }
}

/// <summary>A record that cannot become part of a workspace.</summary>
internal class RecordException(string field, string reason, Exception? cause = null) : Exception($"{field}: {reason}", cause)
{
    /// <summary>Which of its fields is at fault; empty for the whole.</summary>
    public string Field { get; } = field;

    /// <summary>What is wrong, without the field.</summary>
    public string Reason { get; } = reason;

    /// <summary>Index of the record among those that were read; -1 if the reason is not about one record.</summary>
    public int Index { get; init; } = -1;
}

/// <summary>A newer version of the server wrote a record, and this one cannot know what it means.</summary>
internal sealed class NewerRecordException(string field, string reason) : RecordException(field, reason)
{
    /// <summary>The one that is a failure or its cause; null if there is none.</summary>
    public static NewerRecordException? In(Exception? failure) => failure is null or NewerRecordException ? (NewerRecordException?)failure : In(failure.InnerException);
}
