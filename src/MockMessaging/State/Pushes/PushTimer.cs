using MockMessaging.Time;

namespace MockMessaging.State;

/// <summary>Sends a push that was held back, or sends it once more, unless that has happened meanwhile.</summary>
internal sealed class PushTimer(Push push, long dueMs) : SandboxTimer(new DueOrder(dueMs, push.StoreId, push.Attempts.Count))
{
    public override void Fire(WorkspaceTransaction transaction)
    {
        if (push.State is PushState.Held or PushState.Retrying)
        {
            push.State = PushState.Pending;
            transaction.State.Overtaken.Remove(push);
            transaction.Pushes.Add(push);
        }
    }
}
