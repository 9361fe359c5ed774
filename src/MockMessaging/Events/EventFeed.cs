using MockMessaging.State;

namespace MockMessaging.Events;

/// <summary>The newest events of a workspace. It outlives a reset, so that its readers see the reset.</summary>
internal sealed class EventFeed(int capacity)
{
    private readonly Bounded<WorkspaceEvent> _events = new(capacity);

    public long Last => _events.Evicted + _events.Items.Count;

    public void Add(WorkspaceEvent happened) => _events.Add(happened with { Number = Last + 1 });

    /// <summary>Drops the transcripts of the sessions that its events belong to, which may be far larger than the events.</summary>
    public void Forget()
    {
        foreach (var known in _events.Items)
        {
            var session = known.About switch { Message message => message.Session, Push push => push.Message?.Session, _ => known.About as Session };
            session?.Forget();
        }
    }

    /// <summary>The events after a number, as far as they are kept, oldest first.</summary>
    public IEnumerable<WorkspaceEvent> After(long number) => _events.Items.Skip((int)Math.Clamp(number - _events.Evicted, 0, _events.Items.Count));
}
