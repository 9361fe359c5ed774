using System.Text.Json.Serialization;
using MockMessaging.Storage;

namespace MockMessaging.State;

/// <summary>Something a workspace remembers over a restart.</summary>
internal abstract class Record
{
    /// <summary>Ascending over the whole server; 0 until first saved.</summary>
    [JsonIgnore]
    public long StoreId { get; set; }

    /// <summary>Whether the store has never seen it.</summary>
    [JsonIgnore]
    public bool IsUnstored { get; set; }

    /// <summary>Whether the present change saves it already, which a search of all it saves would tell more slowly.</summary>
    [JsonIgnore]
    public bool IsInChange { get; set; }

    public abstract DocumentKind Kind { get; }

    public abstract byte[] ToBytes();
}
