using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using MockMessaging.Storage;

namespace MockMessaging.Workspaces;

/// <summary>
/// Builds states from stored documents. Ids ascend in the order of first saving, so whatever a record names has come before it.
/// </summary>
internal static class StateReader
{
    public static async Task Read(IReadOnlyList<StoredDocument> documents, WorkspaceServices services, Action<RestoredWorkspace> restored)
    {
        var records = documents.Where(document => document.Kind == DocumentKind.Workspace)
            .Select(document => Read(document, StoredJson.Default.WorkspaceRecord))
            .ToList();
        var worlds = records.ToDictionary(
            record => record.World,
            record => (Record: record, State: new WorkspaceState(record, services), Pushes: new List<Push>()));
        services.SkipWorlds(worlds.Keys.DefaultIfEmpty().Max());

        // The example conversations are stored only where they were changed, and what is stored may name what is not.
        PutBackAll(document => document.Kind is not (DocumentKind.Workspace or DocumentKind.Session or DocumentKind.Message or DocumentKind.SessionEntry or DocumentKind.Push));
        foreach (var (_, state, _) in worlds.Values)
        {
            ExampleConversations.AddContactsTo(state, services.Fixtures.Conversations);
        }

        PutBackAll(document => document.Kind is DocumentKind.Session);
        foreach (var (_, state, _) in worlds.Values)
        {
            ExampleConversations.AddTo(state, services.Fixtures.Conversations);
        }

        PutBackAll(document => document.Kind is DocumentKind.Message or DocumentKind.SessionEntry or DocumentKind.Push);
        foreach (var (record, state, pushes) in worlds.Values)
        {
            state.Ids.Count = state.Progress.Ids;
            foreach (var message in state.Messages.Values)
            {
                CountFired(message, state.Progress);
            }

            restored(new RestoredWorkspace(record, state, pushes));
        }

        // Documents of worlds that were reset: nobody can reach them any more.
        await services.Store.Append([.. documents
            .Where(document => document.Kind != DocumentKind.Workspace && !worlds.ContainsKey(document.World))
            .Select(document => document with { Data = null })]).ConfigureAwait(false);

        void PutBackAll(Func<StoredDocument, bool> wanted)
        {
            foreach (var document in documents.Where(wanted))
            {
                if (worlds.TryGetValue(document.World, out var world))
                {
                    PutBack(document, world.State, world.Pushes);
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
            case DocumentKind.Message:
                state.Add(JsonSerializer.Deserialize(document.Data, StoredJson.Default.StoredMessage)!.ToMessage(document.Id, state));
                break;
            case DocumentKind.SessionEntry:
                var entry = Read(document, StoredJson.Default.SessionEntry);
                state.Sessions[entry.SessionId].Add(entry);
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
        while (message.Plan is { } plan && message.Fired < plan.Stages.Count && message.DueOf(message.Fired) <= progress.Fired)
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
