using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using MockMessaging.Storage;

namespace MockMessaging.Workspaces;

/// <summary>
/// Builds states from stored documents. Ids ascend in the order of first saving, so whatever a record names has come before it.
/// </summary>
internal static class StateReader
{
    /// <summary>More than are made between two commits. Somebody may know those that were not kept, so none of them is given to anything else.</summary>
    private const int MostIdsLost = 100_000;

    /// <summary>All workspaces, or none where one of them cannot be built.</summary>
    public static IReadOnlyList<RestoredWorkspace> Read(IReadOnlyList<StoredDocument> documents, WorkspaceServices services)
    {
        var records = documents.Where(document => document.Kind == DocumentKind.Workspace)
            .Select(document => Read(document, StoredJson.Default.WorkspaceRecord))
            .ToList();
        var byWorld = documents.Where(document => document.Kind is not (DocumentKind.Workspace or DocumentKind.Snapshot)).ToLookup(document => document.World);
        services.SkipWorlds(records.Select(record => record.World).DefaultIfEmpty().Max());
        var restored = records.Select(record => Build(record, [.. byWorld[record.World]], services)).ToList();
        if (services.Store.WasCutOff)
        {
            restored.ForEach(workspace => workspace.State.Ids.Count += MostIdsLost);
        }

        var living = records.Select(record => record.World).ToHashSet();
        foreach (var world in byWorld.Where(world => !living.Contains(world.Key)))
        {
            services.Store.Retire(world.Key);
        }

        return restored;
    }

    /// <summary>The state that the documents of one world make.</summary>
    public static RestoredWorkspace Build(WorkspaceRecord record, IReadOnlyList<StoredDocument> documents, WorkspaceServices services)
    {
        var state = new WorkspaceState(record, services);
        var pushes = new List<Push>();
        var messages = documents.Where(document => document.Kind == DocumentKind.Message)
            .ToDictionary(document => document.Id, document => JsonSerializer.Deserialize(document.Data, StoredJson.Default.StoredMessage)!);

        // The example conversations are stored only where they were changed, and what is stored may name what is not.
        PutBackAll(kind => kind is not (DocumentKind.Session or DocumentKind.Message or DocumentKind.SessionEntry or DocumentKind.Push));
        var examples = record.Examples ?? true ? services.Fixtures.Conversations : [];
        ExampleConversations.AddContactsTo(state, examples);
        PutBackAll(kind => kind is DocumentKind.Session);
        ExampleConversations.AddTo(state, examples, [.. messages.Values.Select(message => message.Id)]);
        PutBackAll(kind => kind is DocumentKind.Message or DocumentKind.SessionEntry or DocumentKind.Push);
        state.Ids.Count = state.Progress.Ids;
        foreach (var message in state.Messages)
        {
            CountFired(message, state.Progress);
        }

        return new RestoredWorkspace(record, state, pushes);

        void PutBackAll(Func<DocumentKind, bool> wanted)
        {
            foreach (var document in documents.Where(document => wanted(document.Kind)))
            {
                if (document.Kind == DocumentKind.Message)
                {
                    state.Add(messages[document.Id].ToMessage(document.Id, state));
                }
                else
                {
                    PutBack(document, state, pushes);
                }
            }
        }
    }

    private static void PutBack(StoredDocument document, WorkspaceState state, List<Push> pushes)
    {
        switch (document.Kind)
        {
            case DocumentKind.App:
                state.Restore(Read(document, StoredJson.Default.App));
                break;
            case DocumentKind.Contact:
                var contact = Read(document, StoredJson.Default.Contact);
                state.Contacts[contact.Id] = contact;
                break;
            case DocumentKind.Session:
                var session = Read(document, StoredJson.Default.Session);
                session.Contact = state.Contacts[session.ContactId];
                session.Contact.Session = session.Primary ? session : session.Contact.Session;
                state.Sessions[session.Id] = session;
                break;
            case DocumentKind.SessionEntry:
                var entry = Read(document, StoredJson.Default.SessionEntry);
                state.Add(state.Sessions[entry.SessionId], entry);
                break;
            case DocumentKind.OutcomeRule:
                state.Rules.Add(Read(document, StoredJson.Default.OutcomeRule));
                break;
            case DocumentKind.Fault:
                state.Faults.Add(Read(document, StoredJson.Default.Fault));
                break;
            case DocumentKind.DigitalObject:
                var digitalObject = Read(document, StoredJson.Default.DigitalObject);
                state.DigitalObjects[(digitalObject.Content.Type, digitalObject.Content.Id)] = digitalObject;
                break;
            case DocumentKind.DigitalEvent:
                state.DigitalEvents.Add(Read(document, StoredJson.Default.DigitalEvent));
                break;
            case DocumentKind.Push:
                pushes.Add(JsonSerializer.Deserialize(document.Data, StoredJson.Default.StoredPush)!.ToPush(document.Id, state));
                break;
            case DocumentKind.Progress:
                state.Progress = Read(document, StoredJson.Default.Progress);
                break;
            case DocumentKind.Callback:
                state.Callbacks.Add(Read(document, StoredJson.Default.Callback));
                break;
            default:
                throw new InvalidDataException($"The data file holds a document of unknown kind {document.Kind}; it was written by a newer version.");
        }
    }

    private static void CountFired(Message message, Progress progress)
    {
        while (message.Fired < message.Stages && message.DueOf(message.Fired) <= progress.Fired)
        {
            message.Fired++;
        }
    }

    private static T Read<T>(StoredDocument document, JsonTypeInfo<T> shape)
        where T : Record
    {
        var record = JsonSerializer.Deserialize(document.Data, shape)!;
        record.StoreId = document.Id;
        return record;
    }
}
