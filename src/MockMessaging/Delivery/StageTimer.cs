using MockMessaging.State;

namespace MockMessaging.Delivery;

/// <summary>Waits for the next stage of one message.</summary>
internal sealed class StageTimer(StatusLadder ladder, Message message, int stage, AnswerGate? gate) : SandboxTimer(message.DueOf(stage))
{
    public override void Fire(WorkspaceTransaction transaction) => ladder.Fire(transaction, message, stage, gate);
}
