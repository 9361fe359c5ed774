using System.Collections;
using MockMessaging.Ids;

namespace MockMessaging.State;

/// <summary>
/// All messages of a workspace in the order they came, found by place and by id. It is a hash table of places, since a dictionary would
/// hold each id a second time.
/// </summary>
internal sealed class MessagesById : IReadOnlyList<Message>
{
    private const int Free = -1;

    private readonly List<Message> _messages = [];

    /// <summary>Places by hash, a free one after each run of them; at most two thirds are taken.</summary>
    private int[] _places = [Free, Free, Free, Free];

    public int Count => _messages.Count;

    public Message this[int index] => _messages[index];

    public void Add(Message message)
    {
        if (_messages.Count * 3L >= _places.Length * 2L)
        {
            Grow();
        }

        var slot = SlotOf(message.Id);
        if (_places[slot] != Free)
        {
            throw new ArgumentException($"There is a message {message.Id} already.", nameof(message));
        }

        _places[slot] = _messages.Count;
        _messages.Add(message);
    }

    public Message? Find(ObjectId id) => IndexOf(id) is var index and not Free ? _messages[index] : null;

    /// <summary>The place of a message, from 0; -1 if there is none of that id.</summary>
    public int IndexOf(ObjectId id) => _places[SlotOf(id)];

    public IEnumerator<Message> GetEnumerator() => _messages.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Where a message stands among the places, or would.</summary>
    private int SlotOf(ObjectId id)
    {
        var mask = _places.Length - 1;
        var slot = (int)((((id.Rest ^ id.Second) * 0x9E37_79B9_7F4A_7C15) >> 32) & (ulong)mask);
        while (_places[slot] is var place and not Free && _messages[place].Id != id)
        {
            slot = (slot + 1) & mask;
        }

        return slot;
    }

    private void Grow()
    {
        _places = new int[_places.Length * 2];
        Array.Fill(_places, Free);
        for (var place = 0; place < _messages.Count; place++)
        {
            _places[SlotOf(_messages[place].Id)] = place;
        }
    }
}
