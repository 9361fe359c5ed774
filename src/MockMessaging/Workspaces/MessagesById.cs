using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace MockMessaging.Workspaces;

/// <summary>All messages of a workspace, in the order they came. It is a set, since a dictionary would hold each id a second time.</summary>
internal sealed class MessagesById : IReadOnlyCollection<Message>
{
    private readonly HashSet<Message> _messages = new(new SameId());

    public int Count => _messages.Count;

    public void Add(Message message)
    {
        if (!_messages.Add(message))
        {
            throw new ArgumentException($"There is a message {message.Id} already.", nameof(message));
        }
    }

    public Message? Find(ObjectId id) => _messages.GetAlternateLookup<ObjectId>().TryGetValue(id, out var message) ? message : null;

    public IEnumerator<Message> GetEnumerator() => _messages.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private sealed class SameId : IEqualityComparer<Message>, IAlternateEqualityComparer<ObjectId, Message>
    {
        public bool Equals(Message? one, Message? other) => one?.Id == other?.Id;

        public int GetHashCode([DisallowNull] Message message) => message.Id.GetHashCode();

        public bool Equals(ObjectId id, Message message) => message.Id == id;

        public int GetHashCode(ObjectId id) => id.GetHashCode();

        public Message Create(ObjectId id) => throw new NotSupportedException("A message is more than its id.");
    }
}
