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
            { Status: { } status } step => new DueAction(DueKind.Status, message, Status: WireNames.Of(status), Detail: step.Reply is null ? step.Error?.Title : DetailOf(step)),
            { Reply: not null } step => new DueAction(DueKind.Reply, message, Detail: DetailOf(step)),
            _ => new DueAction(DueKind.Timer, message),
        };

    public override void Fire(WorkspaceTransaction transaction) => ladder.Fire(transaction, message, stage, gate);

    private static string DetailOf(DeliveryStage step) => step.Reply switch
    {
        ReplyKind.Scripted when step.Script?.Button is { } button => $"The customer presses '{button}'.",
        ReplyKind.Scripted when step.Script?.Content?["text"]?["body"] is { } text => $"The customer writes '{text}'.",
        ReplyKind.Scripted => "The customer sends what a rule says.",
        ReplyKind.FirstButton => "The customer presses the first button.",
        ReplyKind.Picture => "The customer sends a picture.",
        ReplyKind.Stop => "The customer writes STOP.",
        _ => "The customer replies with a text.",
    };
}
