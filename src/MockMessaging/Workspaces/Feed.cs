using MockMessaging.Contract;

namespace MockMessaging.Workspaces;

/// <summary>The newest so many happenings of a workspace. It outlives a reset, so that whoever follows it learns of the reset.</summary>
internal sealed class Feed(int capacity)
{
    private readonly Bounded<Happening> _happenings = new(capacity);

    /// <summary>Number of the latest happening; 0 before the first.</summary>
    public long Last => _happenings.Evicted + _happenings.Items.Count;

    public void Tell(HappeningKind kind, long atMs, object? about, MessageStatus? status = null, string? word = null) =>
        _happenings.Add(new Happening(Last + 1, kind, atMs, about, status, word));

    /// <summary>Lets go of the conversations that its happenings belong to, which may be far larger than they are.</summary>
    public void Forget()
    {
        foreach (var happening in _happenings.Items)
        {
            var session = happening.About switch { Message message => message.Session, Push push => push.Message?.Session, _ => happening.About as Session };
            session?.Forget();
        }
    }

    /// <summary>Those after a number that are still remembered, oldest first.</summary>
    public IEnumerable<Happening> After(long number) => _happenings.Items.Skip((int)Math.Clamp(number - _happenings.Evicted, 0, _happenings.Items.Count));
}
