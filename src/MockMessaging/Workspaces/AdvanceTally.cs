using MockMessaging.State;

namespace MockMessaging.Workspaces;

/// <summary>Counts what happens while a clock is advanced.</summary>
internal sealed class AdvanceTally
{
    public int TimersFired { get; private set; }

    public int StatusChanges { get; private set; }

    public List<Push> Pushes { get; } = [];

    public void Add(WorkspaceTransaction fired)
    {
        TimersFired++;
        StatusChanges += fired.StatusChanges;
        Pushes.AddRange(fired.Leaving);
    }
}
