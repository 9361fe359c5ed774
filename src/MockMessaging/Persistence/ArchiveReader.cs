using System.Text.Json;
using LiteDB;
using MockMessaging.Contract;
using MockMessaging.Errors;
using MockMessaging.State;
using JsonSerializer = System.Text.Json.JsonSerializer;

namespace MockMessaging.Persistence;

/// <summary>Makes a state from an archive, whole or not at all.</summary>
internal static class ArchiveReader
{
    /// <summary>Bytes of a record; the data file takes no document of 16 MB.</summary>
    private const int LargestRecord = 15_000_000;

    /// <summary>Deep enough for a request within a record within the archive.</summary>
    public static JsonSerializerOptions Options { get; } = new(StoredJson.Default.Options) { MaxDepth = ContractJsonOptions.DeepestRequest + 8 };

    /// <exception cref="ApiException">The bytes are no archive.</exception>
    public static Archive Parse(ReadOnlySpan<byte> utf8)
    {
        try
        {
            return JsonSerializer.Deserialize(utf8, StoredJson.Default.Archive) ?? throw ErrorCatalog.Impossible("", "It is no archive of a workspace: it is null.");
        }
        catch (JsonException failure)
        {
            throw ErrorCatalog.Impossible("", $"It is no archive of a workspace: {failure.Message}");
        }
    }

    /// <summary>The state that the records of an archive make. They get consecutive numbers of the store.</summary>
    /// <exception cref="ApiException">Something in it does not hold together; the field is named.</exception>
    public static WorkspaceState Read(Archive archive, WorkspaceRecord record, WorkspaceDefaults defaults, Func<long> nextId, IReadOnlyList<IResumable> features)
    {
        ArchiveChecks.Head(archive);
        var builder = new StateBuilder(record, defaults, new SharedValues());
        List<(RecordKind Kind, int Index)> entries = [.. archive.Records.Select((entry, index) => (KindOf(entry, index), index))];
        long[] ids = [.. entries.Select(_ => nextId())];
        try
        {
            foreach (var (kind, index) in entries.OrderBy(entry => RecordKinds.OrderOf(entry.Kind)))
            {
                builder.Add(kind, ids[index], FieldsOf(kind, ArchivedLinks.Change(archive.Records[index].Data, ArchivedLinks.AnyWorkspace, builder.State.Media.WorkspaceId), index), index);
            }

            var state = builder.Build().State;
            ArchiveChecks.State(state, archive.Records, ids, features);
            return state;
        }
        catch (RecordException failure)
        {
            throw Refusal(failure);
        }
    }

    private static BsonDocument FieldsOf(RecordKind kind, byte[] data, int index)
    {
        try
        {
            return BsonJson.FromJson(data, kind.JsonFields);
        }
        catch (RecordException failure)
        {
            throw new RecordException(failure.Field, failure.Reason, failure) { Index = index };
        }
        catch (Exception failure) when (failure is InvalidOperationException or JsonException)
        {
            throw new RecordException("", "it is no JSON that can be kept.", failure) { Index = index };
        }
    }

    private static ApiException Refusal(RecordException failure)
    {
        var record = failure.Index < 0 ? "records" : $"records[{failure.Index}].data";
        var field = failure.Field.Length == 0 ? record : $"{record}.{failure.Field}";
        return ErrorCatalog.Impossible(field, $"{field}: {failure.Reason} Correct it, or leave out the record and all that refer to it; the workspace is unchanged.");
    }

    private static RecordKind KindOf(ArchivedRecord? entry, int index)
    {
        var kind = entry is null ? null : RecordKinds.Named(entry.Kind);
        var reason = kind switch
        {
            _ when entry is null => "it is null.",
            null => $"there is no kind '{entry.Kind}'.",
            { OutlivesGenerations: true } or PushKind => $"a record of kind {kind.Name} belongs to a server, not to what a workspace holds; leave it out.",
            _ when entry.Data.Length > LargestRecord => $"it takes {entry.Data.Length} bytes, and no server keeps one of more than {LargestRecord}.",
            _ => NamedTwice(entry.Data),
        };
        return reason is null ? kind! : throw ErrorCatalog.Impossible($"records[{index}]", $"records[{index}]: {reason}");
    }

    /// <summary>JSON that is stored as text has to be readable again, with each name once.</summary>
    private static string? NamedTwice(byte[] data)
    {
        try
        {
            JsonDocument.Parse(data, new JsonDocumentOptions { AllowDuplicateProperties = false }).Dispose();
            return null;
        }
        catch (JsonException failure)
        {
            return failure.Message;
        }
    }
}
