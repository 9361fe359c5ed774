using System.Text.Json;
using MockMessaging.Storage;

namespace MockMessaging.Workspaces;

/// <summary>Makes a state from an archive, whole or not at all.</summary>
internal static class ArchiveReader
{
    /// <summary>What stands in no archive: it belongs to a server, not to what a workspace holds.</summary>
    private static readonly DocumentKind[] Foreign = [DocumentKind.Workspace, DocumentKind.Push, DocumentKind.Snapshot];

    /// <summary>Bytes of a record; the data file takes no document of 16 MB.</summary>
    private const int LargestRecord = 15_000_000;

    /// <exception cref="ArchiveException">The bytes are no archive.</exception>
    public static Archive Parse(ReadOnlySpan<byte> utf8)
    {
        Archive? archive;
        try
        {
            archive = JsonSerializer.Deserialize(utf8, StoredJson.Default.Archive);
        }
        catch (JsonException failure)
        {
            throw new ArchiveException($"It is no archive of a workspace: {failure.Message}", failure);
        }

        return archive switch
        {
            { Format: not Archive.ThisFormat } or null => throw new ArchiveException($"It is no archive of a workspace: format should be '{Archive.ThisFormat}'."),
            { Version: not Archive.ThisVersion } => throw new ArchiveException($"It was written in version {archive.Version}, and this server reads version {Archive.ThisVersion}."),
            { Records: null } => throw new ArchiveException("It is no archive of a workspace: records are missing."),
            _ => archive,
        };
    }

    /// <summary>The documents of an archive in a world of their own, and the state they make.</summary>
    /// <exception cref="ArchiveException">A record cannot be read, or names another that is not there.</exception>
    public static (IReadOnlyList<StoredDocument> Documents, WorkspaceState State) Read(Archive archive, WorkspaceRecord record, WorkspaceServices services)
    {
        var documents = new List<StoredDocument>(archive.Records.Count);
        try
        {
            foreach (var entry in archive.Records)
            {
                if (Foreign.Contains(entry.Kind))
                {
                    throw new ArchiveException($"A record of kind {entry.Kind} does not belong into an archive.");
                }

                var data = JsonSerializer.SerializeToUtf8Bytes(entry.Data, StoredJson.Default.JsonElement);
                if (data.Length > LargestRecord)
                {
                    throw new ArchiveException($"A record of it takes {data.Length} bytes, and no server writes one of more than {LargestRecord}.");
                }

                documents.Add(new StoredDocument(services.Store.NextId(), record.World, entry.Kind, data, IsNew: true));
            }

            return (documents, StateReader.Build(record, documents, services).State);
        }
        catch (Exception failure) when (failure is JsonException or KeyNotFoundException or InvalidDataException or FormatException or ArgumentException or NullReferenceException or InvalidOperationException)
        {
            throw new ArchiveException($"A record of it cannot be read: {failure.Message}", failure);
        }
    }
}
