using MockMessaging.State;

namespace MockMessaging.Webhooks;

/// <summary>Sends what an earlier run had still to push.</summary>
internal sealed class PushResume : IResumable
{
    public void Resume(WorkspaceTransaction transaction, IReadOnlyList<Push> unfinished)
    {
        foreach (var push in unfinished)
        {
            transaction.State.Pushes.Add(push);
            transaction.State.BacklogOf(push).Begin();
            transaction.Pushes.Add(push);
        }
    }
}
