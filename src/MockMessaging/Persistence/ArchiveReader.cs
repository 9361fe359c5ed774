using System.Text.Json;
using MockMessaging.Contract;
using MockMessaging.Errors;
using MockMessaging.State;
using MockMessaging.Storage;
using MockMessaging.Workspaces;

namespace MockMessaging.Persistence;

/// <summary>Makes a state from an archive, whole or not at all.</summary>
internal static class ArchiveReader
{
    /// <summary>Bytes of a record; the data file takes no document of 16 MB.</summary>
    private const int LargestRecord = 15_000_000;

    /// <summary>How archives are read: with room for a request within a record within the archive.</summary>
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

    /// <summary>The documents of an archive in a generation of their own, and the state they make.</summary>
    /// <exception cref="ApiException">Something in it does not hold together; the field is named.</exception>
    public static (StoredDocument[] Documents, WorkspaceState State) Read(Archive archive, WorkspaceRecord record, WorkspaceServices services, IReadOnlyList<IResumable> rooms)
    {
        ArchiveChecks.Head(archive);
        var kept = new KeptDocument[archive.Records.Count];
        for (var index = 0; index < kept.Length; index++)
        {
            var entry = archive.Records[index];
            CheckEntry(entry, index);
            kept[index] = new KeptDocument(services.Store.NextId(), record.Generation, entry.Kind, entry.Data);
        }

        try
        {
            var state = new StateBuilder(record, kept, services, new MessageReader()).Build().State;
            ArchiveChecks.State(state, kept, rooms);
            return ([.. kept.Select((document, index) => new StoredDocument(document.Id, document.Generation, document.Kind, archive.Records[index].Data, IsNew: true))], state);
        }
        catch (RecordException failure)
        {
            throw Refusal(failure);
        }
    }

    private static ApiException Refusal(RecordException failure)
    {
        var record = failure.Index < 0 ? "records" : $"records[{failure.Index}].data";
        var field = failure.Field.Length == 0 ? record : $"{record}.{failure.Field}";
        return ErrorCatalog.Impossible(field, $"{field}: {failure.Reason} Mend it, or leave the record out with all that names it; the workspace is as it was.");
    }

    private static void CheckEntry(ArchivedRecord? entry, int index)
    {
        var reason = entry switch
        {
            null => "it is null.",
            { Kind: DocumentKind.Workspace or DocumentKind.Push or DocumentKind.Snapshot or DocumentKind.Gone } => $"a record of kind {entry.Kind} belongs to a server, not to what a workspace holds; leave it out.",
            _ when !Enum.IsDefined(entry.Kind) => $"there is no kind {entry.Kind}.",
            { Data.Length: > LargestRecord } => $"it takes {entry.Data.Length} bytes, and no server keeps one of more than {LargestRecord}.",
            _ => null,
        };
        if ((reason ?? NamedTwice(entry!.Data)) is { } wrong)
        {
            throw ErrorCatalog.Impossible($"records[{index}]", $"records[{index}]: {wrong}");
        }
    }

    /// <summary>What is kept as text has to be read again, with each name once.</summary>
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
