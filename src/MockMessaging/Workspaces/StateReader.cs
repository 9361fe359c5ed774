using System.Text.Json;
using MockMessaging.Persistence;
using MockMessaging.Seeding;
using MockMessaging.State;
using MockMessaging.Storage;

namespace MockMessaging.Workspaces;

/// <summary>Builds the workspaces of stored documents, each by itself: one that cannot be read back is told, and hurts no other.</summary>
internal static class StateReader
{
    /// <summary>More than are made between two commits. Somebody may know those that were not kept, so none of them is given to anything else.</summary>
    private const int MostIdsLost = 100_000;

    /// <summary>All workspaces, one after the other, so that what one was made of can go before the next is made.</summary>
    public static IEnumerable<RestoredWorkspace> Read(IReadOnlyList<KeptDocument> documents, WorkspaceServices services)
    {
        if (documents.Count == 0)
        {
            yield break;
        }

        // No number of a generation that is kept for inspection is given anew, either.
        services.SkipGenerations(documents.Max(document => document.Generation));
        var byGeneration = documents.Where(document => document.Kind is not (DocumentKind.Workspace or DocumentKind.Snapshot)).GroupBy(document => document.Generation).ToDictionary(generation => generation.Key, generation => generation.ToArray());
        var messages = new MessageReader();
        foreach (var document in documents.Where(document => document.Kind == DocumentKind.Workspace))
        {
            var (record, failure) = RecordOf(document);
            if (record is null)
            {
                services.Log.LogError(failure, "A workspace is set aside, and nobody can reach it: its entry {Document} tells no key. Its records stay in the file.", document.Id);
                byGeneration.Remove(document.Generation);
                continue;
            }

            byGeneration.Remove(record.Generation, out var own);
            yield return failure is null ? Build(record, own ?? [], services, messages) : Lost(record, services, failure);
        }

        foreach (var generation in byGeneration.Keys)
        {
            services.Store.Retire(generation);
        }
    }

    private static RestoredWorkspace Build(WorkspaceRecord record, KeptDocument[] documents, WorkspaceServices services, MessageReader messages)
    {
        try
        {
            RecordChecks.Delays(record.Delays);
            var restored = new StateBuilder(record, documents, services, messages).Build();
            restored.State.Ids.Count += services.Store.WasCutOff ? MostIdsLost : 0;
            return restored;
        }
        catch (RecordException failure)
        {
            var (id, kind) = failure.Index < 0 ? (record.StoreId, record.Kind) : (documents[failure.Index].Id, documents[failure.Index].Kind);
            return Lost(record, services, new InvalidDataException($"record {id} of kind {kind}{(failure.Field.Length == 0 ? "" : ", " + failure.Field)}: {failure.Reason}", failure));
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            return Lost(record, services, failure);
        }
    }

    /// <summary>A workspace that only a reset can help: nothing of its entry is used but whose it is, and what is to be removed then.</summary>
    private static RestoredWorkspace Lost(WorkspaceRecord record, WorkspaceServices services, Exception failure)
    {
        var bare = new WorkspaceRecord { Key = record.Key, Generation = record.Generation, Seed = record.Seed, StoreId = record.StoreId };
        return new RestoredWorkspace(bare, WorkspaceState.Fresh(bare, services.Defaults), [], failure);
    }

    private static (WorkspaceRecord? Record, Exception? Failure) RecordOf(KeptDocument document)
    {
        try
        {
            var record = JsonSerializer.Deserialize(document.Data, StoredJson.Default.WorkspaceRecord) ?? throw new InvalidDataException("its entry is null.");
            record.StoreId = document.Id;
            return (record, null);
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            return (KeyIn(document) is { } key ? new WorkspaceRecord { Key = key, Generation = document.Generation, Seed = WorkspaceSeed.FromKey(key), StoreId = document.Id } : null, failure);
        }
    }

    /// <summary>The key in an entry of which other parts cannot be read.</summary>
    private static string? KeyIn(KeptDocument document)
    {
        try
        {
            return JsonElement.Parse(document.Data).GetProperty("key").GetString();
        }
        catch (Exception failure) when (failure is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return null;
        }
    }
}
