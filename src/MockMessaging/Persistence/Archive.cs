using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using MockMessaging.Fidelity;
using MockMessaging.Seeding;
using MockMessaging.State;

namespace MockMessaging.Persistence;

/// <summary>All that a workspace holds, as one document: snapshots, exports and forks are made of it. Pushes are not part of it.</summary>
internal sealed record Archive
{
    public const string ThisFormat = "mock-messaging-workspace";

    public const int ThisVersion = 1;

    public required string Format { get; init; }

    public required int Version { get; init; }

    public required DateTimeOffset ArchivedAt { get; init; }

    /// <summary>Within what JSON carries, also where an earlier version wrote more.</summary>
    public required long Seed { get; init => field = WorkspaceSeed.Bounded(value); }

    public FidelityMode? Fidelity { get; init; }

    public bool? CareWindow { get; init; }

    public RulesMode? Rules { get; init; }

    public StatusDelays Delays { get; init; }

    /// <summary>For a copy on this server only: exports and snapshots are files that others read.</summary>
    [JsonIgnore]
    public string? SigningSecret { get; init; }

    /// <summary>The clock as it was last set; null if it was never set.</summary>
    public ClockRecord? Clock { get; init; }

    /// <summary>True if the example conversations are part of it; null in what earlier versions wrote, where they always were.</summary>
    public bool? Examples { get; init; }

    /// <summary>The records, in the order they were first saved.</summary>
    public required IReadOnlyList<ArchivedRecord> Records { get; init; }
}

/// <summary>One record of an archived workspace.</summary>
internal sealed class ArchivedRecord
{
    public required string Kind { get; init; }

    /// <summary>The record as JSON.</summary>
    [JsonConverter(typeof(RawJsonConverter))]
    public required byte[] Data { get; init; }
}

/// <summary>Keeps JSON within JSON as the bytes it came with.</summary>
internal sealed class RawJsonConverter : JsonConverter<byte[]>
{
    public override byte[] Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType is not (JsonTokenType.StartObject or JsonTokenType.StartArray) || reader.HasValueSequence)
        {
            using var document = JsonDocument.ParseValue(ref reader);
            return JsonMarshal.GetRawUtf8Value(document.RootElement).ToArray();
        }

        // Straight from the text: a document of millions of small values would take twelve bytes for each.
        var first = reader.ValueSpan;
        var start = reader.TokenStartIndex;
        reader.Skip();
        return MemoryMarshal.CreateReadOnlySpan(in first[0], (int)(reader.BytesConsumed - start)).ToArray();
    }

    public override void Write(Utf8JsonWriter writer, byte[] value, JsonSerializerOptions options) => writer.WriteRawValue(value, skipInputValidation: true);
}

internal static class ArchiveWriter
{
    public static Archive Of(WorkspaceRecord record, WorkspaceState state, ClockRecord? clock, DateTimeOffset now) => new()
    {
        Format = Archive.ThisFormat,
        Version = Archive.ThisVersion,
        ArchivedAt = now,
        Seed = state.Seed,
        Fidelity = record.Fidelity,
        CareWindow = record.CareWindow,
        Rules = record.Rules,
        Delays = record.Delays,
        SigningSecret = record.SigningSecret,
        Clock = clock,
        Examples = record.Examples ?? true,
        Records = [.. Records(state).OrderBy(entry => entry.StoreId).Select(entry => Archived(entry, state.Media.WorkspaceId))],
    };

    private static ArchivedRecord Archived(Record record, string mediaWord)
    {
        var kind = RecordKinds.Of(record);
        return new ArchivedRecord { Kind = kind.Name, Data = ArchivedLinks.Change(BsonJson.ToJson(kind.FieldsOf(record), kind.JsonFields), mediaWord, ArchivedLinks.AnyWorkspace) };
    }

    /// <summary>Everything that was ever saved; what follows from the fixtures is left out.</summary>
    public static IEnumerable<Record> Records(WorkspaceState state)
    {
        IEnumerable<Record> all =
        [
            .. state.Configuration.Items, .. state.Apps, .. state.Contacts.Values, .. state.Sessions.Values, .. state.Sessions.Values.SelectMany(session => session.Entries), .. state.Messages,
            .. state.DigitalObjects.Values, .. state.DigitalEvents, .. state.Callbacks.Items, .. state.Rules, .. state.Faults, .. state.Planned,
            .. state.Media.Files, state.Media.Rules,
        ];

        // Each message has its own progress, since the common mark refers to record numbers, which are given anew.
        var progress = new Progress { Ids = state.Progress.Ids, Rolls = state.Progress.Rolls, StoreId = long.MaxValue };
        return all.Where(record => record.StoreId > 0).Append(progress);
    }
}

/// <summary>Media links in an archive name no workspace, so that those of a copy lead to the copy.</summary>
internal static class ArchivedLinks
{
    public const string AnyWorkspace = "0000000000000000";

    /// <summary>Puts one workspace's word in the place of another's, which has the same length.</summary>
    public static byte[] Change(byte[] json, string from, string to)
    {
        var (wanted, start) = (Encoding.ASCII.GetBytes($"{MediaPath.Root}/{from}/"), MediaPath.Root.Length + 1);
        var changed = json;
        for (var at = 0; changed.AsSpan(at).IndexOf(wanted) is >= 0 and var next; at += wanted.Length)
        {
            changed = changed == json ? [.. json] : changed;
            at += next;
            Encoding.ASCII.GetBytes(to).CopyTo(changed, at + start);
        }

        return changed;
    }
}
