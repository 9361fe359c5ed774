using MockMessaging.State;
using MockMessaging.Time;

namespace MockMessaging.Control;

internal static class FaultViews
{
    extension(FaultView)
    {
        public static FaultView Of(Fault fault, long nowMs) => new(
            fault.Id,
            fault.Name,
            fault.Target.Pushes ? "webhooks" : fault.Target.Media ? "media" : "api",
            FaultTargetNode.Of(fault.Target),
            FaultTriggerRequest.Of(fault.Trigger),
            FaultEffectRequest.Of(fault.Effect),
            fault.UntilMs is { } end ? IsoSpan.Of(TimeSpan.FromMilliseconds(Math.Max(0, end - nowMs))) : null,
            fault.Seen,
            fault.Struck,
            fault.Trigger.Next is { } next ? (fault.IsSpent(nowMs) ? 0 : Math.Max(0, next - fault.Struck)) : null,
            Instants.Of(fault.UntilMs),
            fault.IsSpent(nowMs),
            fault.IsPaused);
    }
}
