using MockMessaging.Contract;
using MockMessaging.State;

namespace MockMessaging.Delivery;

/// <summary>Fires the next stage of one message.</summary>
internal sealed class StageTimer(StatusLadder ladder, Message message, int stage, ResponseGate? gate) : SandboxTimer(message.DueOf(stage))
{
    public override DueAction Action => message.Fired != stage || stage >= message.StageCount
        ? new DueAction(DueKind.Timer, message, Detail: "The message took another course, so nothing happens.")
        : message.Plan!.Stages[stage] switch
        {
            { Status: { } status } step => new DueAction(DueKind.Status, message, Status: WireNames.Of(status), Detail: step.Reply is { } reply ? DetailOf(reply) : step.Error?.Title),
            { Reply: { } reply } => new DueAction(DueKind.Reply, message, Detail: DetailOf(reply)),
            _ => new DueAction(DueKind.Timer, message),
        };

    public override void Fire(WorkspaceTransaction transaction) => ladder.Fire(transaction, message, stage, gate);

    private static string DetailOf(ReplyKind reply) => reply switch
    {
        ReplyKind.FirstButton => "The customer presses the first button.",
        ReplyKind.Picture => "The customer sends a picture.",
        ReplyKind.Stop => "The customer writes STOP.",
        _ => "The customer replies with a text.",
    };
}
