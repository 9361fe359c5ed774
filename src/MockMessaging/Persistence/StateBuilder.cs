using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using MockMessaging.Ids;
using MockMessaging.State;
using MockMessaging.Storage;
using MockMessaging.Workspaces;

namespace MockMessaging.Persistence;

/// <summary>Builds the state of one workspace from documents. Whatever a record names has come before it, once they are taken kind by kind.</summary>
internal sealed class StateBuilder(WorkspaceRecord record, IReadOnlyList<KeptDocument> documents, WorkspaceServices services, MessageReader messages)
{
    private readonly WorkspaceState _state = new(record, services.Defaults);
    private readonly List<Push> _pushes = [];

    /// <exception cref="RecordException">One of the documents cannot be used.</exception>
    public RestoredWorkspace Build()
    {
        // The example conversations are stored only where they were changed, and what is stored may name what is not.
        var examples = record.Examples ?? true ? services.Defaults.Fixtures.Conversations : [];
        var exampleIds = examples.SelectMany(conversation => conversation.Messages).Select(line => line.Id).ToHashSet(StringComparer.Ordinal);
        ForEach(kind => kind is not (DocumentKind.Session or DocumentKind.Message or DocumentKind.SessionEntry or DocumentKind.Push), PutBack);
        ExampleConversations.AddContactsTo(_state, examples);
        ForEach(kind => kind is DocumentKind.Session, PutBack);
        ExampleConversations.AddTo(_state, examples, exampleIds);
        AddMessages(examples, exampleIds);
        ForEach(kind => kind is DocumentKind.SessionEntry or DocumentKind.Push, PutBack);
        _state.Ids.Count = _state.Progress.Ids;
        foreach (var message in _state.Messages)
        {
            CountFired(message, _state.Progress);
        }

        return new RestoredWorkspace(record, _state, _pushes);
    }

    private void AddMessages(IReadOnlyList<Seeding.ConversationFixture> examples, HashSet<string> exampleIds)
    {
        var (first, later) = (exampleIds.Select(ObjectId.Parse).ToHashSet(), new HashSet<string>());
        var read = new List<(Message Message, int Index)>();
        ForEach(kind => kind is DocumentKind.Message, (document, index) =>
        {
            var message = messages.Read(document.Data, document.Id, _state);
            read.Add((message, index));
            if (first.Contains(message.Id))
            {
                later.Add(message.Id.ToString());
            }
        });
        ExampleConversations.AddTo(_state, examples, later);
        foreach (var (message, index) in read)
        {
            if (_state.Messages.Find(message.Id) is not null)
            {
                throw new RecordException("id", $"there is a message '{message.Id}' already.") { Index = index };
            }

            _state.Add(message);
        }
    }

    private void ForEach(Func<DocumentKind, bool> wanted, Action<KeptDocument, int> putBack)
    {
        for (var index = 0; index < documents.Count; index++)
        {
            var document = documents[index];
            if (!wanted(document.Kind))
            {
                continue;
            }

            try
            {
                if (document.IsDamaged)
                {
                    throw new RecordException("", "it is not as it was written: the file is damaged there.");
                }

                putBack(document, index);
            }
            catch (RecordException failure)
            {
                throw new RecordException(failure.Field, failure.Reason, failure) { Index = index };
            }
            catch (JsonException failure)
            {
                throw new RecordException(failure.Path is { Length: > 2 } path ? path[2..] : "", Sentence(failure), failure) { Index = index };
            }
            catch (Exception failure) when (failure is not OutOfMemoryException)
            {
                throw new RecordException("", failure.Message, failure) { Index = index };
            }
        }
    }

    private void PutBack(KeptDocument document, int index)
    {
        switch (document.Kind)
        {
            case DocumentKind.App:
                _state.Restore(Read(document, StoredJson.Default.App));
                break;
            case DocumentKind.Contact:
                var contact = Read(document, StoredJson.Default.Contact);
                StateChecks.Contact(contact, _state);
                _state.Contacts.Add(contact.Id, contact);
                break;
            case DocumentKind.Session:
                var session = Read(document, StoredJson.Default.Session);
                StateChecks.Session(session, _state);
                session.Contact = _state.Contacts[session.ContactId];
                session.Contact.Session = session.Primary ? session : session.Contact.Session;
                _state.Sessions.Add(session.Id, session);
                break;
            case DocumentKind.SessionEntry:
                var entry = Read(document, StoredJson.Default.SessionEntry);
                RecordChecks.Time("at", entry.At);
                _state.Add(StateChecks.SessionOf(entry, _state), entry);
                break;
            case DocumentKind.OutcomeRule:
                _state.Rules.Add(Read(document, StoredJson.Default.OutcomeRule));
                break;
            case DocumentKind.Fault:
                _state.Faults.Add(Read(document, StoredJson.Default.Fault));
                break;
            case DocumentKind.DigitalObject:
                var digitalObject = Read(document, StoredJson.Default.DigitalObject);
                _state.DigitalObjects[(digitalObject.Content.Type, digitalObject.Content.Id)] = digitalObject;
                break;
            case DocumentKind.DigitalEvent:
                _state.DigitalEvents.Add(Read(document, StoredJson.Default.DigitalEvent));
                break;
            case DocumentKind.Push:
                _pushes.Add(JsonSerializer.Deserialize(document.Data, StoredJson.Default.StoredPush)!.ToPush(document.Id, _state));
                break;
            case DocumentKind.Progress:
                _state.Progress = Read(document, StoredJson.Default.Progress);
                StateChecks.Progress(_state.Progress);
                break;
            case DocumentKind.Callback:
                _state.Callbacks.Add(Read(document, StoredJson.Default.Callback));
                break;
            default:
                throw new RecordException("kind", $"'{document.Kind}' is unknown: a newer version has written it.");
        }
    }

    private static void CountFired(Message message, Progress progress)
    {
        while (message.Fired < message.Stages && message.DueOf(message.Fired) <= progress.Fired)
        {
            message.Fired++;
        }
    }

    private static T Read<T>(KeptDocument document, JsonTypeInfo<T> shape)
        where T : Record
    {
        var record = JsonSerializer.Deserialize(document.Data, shape) ?? throw new RecordException("", "it is null.");
        record.StoreId = document.Id;
        return record;
    }

    /// <summary>What the serializer says, without the names of our types.</summary>
    private static string Sentence(JsonException failure) => failure.Message switch
    {
        var said when said.IndexOf("including: ", StringComparison.Ordinal) is var at and > 0 => $"there is no {said[(at + "including: ".Length)..].TrimEnd('.')}.",
        var said when said.Contains("null", StringComparison.Ordinal) => "it is null; give it a value.",
        var said when said.StartsWith("The JSON value", StringComparison.Ordinal) => "it is not of the type this field has.",
        var said => said.Split(" Path: ")[0],
    };
}
