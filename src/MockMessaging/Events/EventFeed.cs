using MockMessaging.State;

namespace MockMessaging.Events;

/// <summary>The newest so many happenings of a workspace. It outlives a reset, so that whoever follows it learns of the reset.</summary>
internal sealed class EventFeed(int capacity)
{
    private readonly Bounded<WorkspaceEvent> _events = new(capacity);

    /// <summary>Number of the latest happening; 0 before the first.</summary>
    public long Last => _events.Evicted + _events.Items.Count;

    public void Add(WorkspaceEvent happened) => _events.Add(happened with { Number = Last + 1 });

    /// <summary>Lets go of the conversations that its happenings belong to, which may be far larger than they are.</summary>
    public void Forget()
    {
        foreach (var known in _events.Items)
        {
            var session = known.About switch { Message message => message.Session, Push push => push.Message?.Session, _ => known.About as Session };
            session?.Forget();
        }
    }

    /// <summary>Those after a number that are still remembered, oldest first.</summary>
    public IEnumerable<WorkspaceEvent> After(long number) => _events.Items.Skip((int)Math.Clamp(number - _events.Evicted, 0, _events.Items.Count));
}
