using System.Text.Json.Serialization;

namespace MockMessaging.State;

/// <summary>Something a workspace remembers over a restart.</summary>
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
