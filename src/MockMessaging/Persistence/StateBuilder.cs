using System.Text.Json;
using LiteDB;
using MockMessaging.Seeding;
using MockMessaging.State;
using ObjectId = MockMessaging.Ids.ObjectId;

namespace MockMessaging.Persistence;

/// <summary>
/// Builds the state of one workspace from its records, which come kind by kind in the order of <see cref="RecordKinds.All"/>. The example
/// conversations are stored only where they were changed, so they are added in between.
/// </summary>
internal sealed class StateBuilder
{
    private readonly WorkspaceRecord _record;
    private readonly IReadOnlyList<ConversationFixture> _examples;
    private readonly HashSet<string> _exampleIds;
    private readonly List<(Message Message, int Index)> _messages = [];
    private readonly Queue<(int Before, Action Add)> _steps;
    private RecordKind? _kind;
    private int _index = -1;

    public StateBuilder(WorkspaceRecord record, WorkspaceDefaults defaults, SharedValues shared)
    {
        (_record, Shared) = (record, shared);
        State = new WorkspaceState(record, defaults);
        _examples = record.Examples ?? true ? defaults.Fixtures.Conversations : [];
        _exampleIds = _examples.SelectMany(conversation => conversation.Messages).Select(line => line.Id).ToHashSet(StringComparer.Ordinal);
        _steps = new Queue<(int, Action)>(
        [
            (RecordKinds.OrderOf(RecordKinds.Session), () => ExampleConversations.AddContactsTo(State, _examples)),
            (RecordKinds.OrderOf(RecordKinds.Message), () => ExampleConversations.AddTo(State, _examples, _exampleIds)),
            (RecordKinds.OrderOf(RecordKinds.SessionEntry), AddMessages),
        ]);
    }

    public WorkspaceState State { get; }

    public SharedValues Shared { get; }

    /// <summary>The pushes that still waited.</summary>
    public List<Push> Pushes { get; } = [];

    /// <summary>Adds the next record; its fields are null if they are damaged. Errors name its index.</summary>
    /// <exception cref="RecordException">It cannot be used.</exception>
    public void Add(RecordKind kind, long storeId, BsonDocument? fields, int index)
    {
        try
        {
            if (_kind != kind)
            {
                AddExamples(before: kind);
                _kind = kind;
            }

            _index = index;
            kind.PutBack(kind.Upgraded(fields ?? throw new RecordException("", "it is not as it was written: the file is damaged there.")), storeId, this);
        }
        catch (RecordException failure)
        {
            throw new RecordException(failure.Field, failure.Reason, failure) { Index = failure.Index < 0 ? index : failure.Index };
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

    /// <summary>Adds a message, once all of them are known.</summary>
    public void Add(Message message) => _messages.Add((message, _index));

    /// <exception cref="RecordException">The records do not fit together.</exception>
    public RestoredWorkspace Build()
    {
        AddExamples(before: null);
        State.Ids.Count = State.Progress.Ids;
        foreach (var message in State.Messages)
        {
            CountFired(message, State.Progress);
        }

        return new RestoredWorkspace(_record, State, Pushes);
    }

    private void AddExamples(RecordKind? before)
    {
        var order = before is null ? int.MaxValue : RecordKinds.OrderOf(before);
        while (_steps.TryPeek(out var step) && step.Before <= order)
        {
            _steps.Dequeue().Add();
        }
    }

    private void AddMessages()
    {
        var examples = _exampleIds.Select(ObjectId.Parse).ToHashSet();
        var later = _messages.Where(read => examples.Contains(read.Message.Id)).Select(read => read.Message.Id.ToString()).ToHashSet(StringComparer.Ordinal);
        ExampleConversations.AddTo(State, _examples, later);
        foreach (var (message, index) in _messages)
        {
            if (State.Messages.Find(message.Id) is not null)
            {
                throw new RecordException("id", $"there is a message '{message.Id}' already.") { Index = index };
            }

            State.Add(message);
        }

        _messages.Clear();
    }

    private static void CountFired(Message message, Progress progress)
    {
        while (!message.IsFetching && message.Fired < message.StageCount && message.DueOf(message.Fired) <= progress.Fired)
        {
            message.Fired++;
        }
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

/// <summary>A workspace as it was read back. If that failed, its state is that of a new key.</summary>
internal sealed record RestoredWorkspace(WorkspaceRecord Record, WorkspaceState State, IReadOnlyList<Push> UnfinishedPushes, Exception? Failure = null);
