using System.Text.Json.Nodes;
using MockMessaging.State;
using MockMessaging.Time;

namespace MockMessaging.Control;

/// <summary>A fault and how often it struck. Name, target, trigger, effect and ttl can be posted again as they are.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Strikes">api or webhooks.</param>
/// <param name="Target">Which calls or pushes it hits.</param>
/// <param name="Trigger">When it hits them.</param>
/// <param name="Effect">What it does to them.</param>
/// <param name="Ttl">How long it still lasts, by the workspace's clock; absent where it lasts for good.</param>
/// <param name="Seen">How many times it could have struck.</param>
/// <param name="Struck">How many times it struck.</param>
/// <param name="Remaining">How many times it strikes still; absent where that has no end.</param>
/// <param name="Until">When it ends by itself.</param>
/// <param name="Spent">Whether it is over.</param>
public sealed record FaultView(
    string Id,
    string Name,
    string Strikes,
    JsonNode Target,
    FaultTriggerRequest Trigger,
    FaultEffectRequest Effect,
    string? Ttl,
    int Seen,
    int Struck,
    int? Remaining,
    DateTimeOffset? Until,
    bool Spent)
{
    internal static FaultView Of(Fault fault, long nowMs) => new(
        fault.Id,
        fault.Name,
        fault.Target.Pushes ? "webhooks" : "api",
        FaultTargetNode.Of(fault.Target),
        FaultTriggerRequest.Of(fault.Trigger),
        FaultEffectRequest.Of(fault.Effect),
        fault.UntilMs is { } end ? IsoSpan.Of(TimeSpan.FromMilliseconds(Math.Max(0, end - nowMs))) : null,
        fault.Seen,
        fault.Struck,
        fault.Trigger.Next is { } next ? (fault.IsSpent(nowMs) ? 0 : Math.Max(0, next - fault.Struck)) : null,
        fault.UntilMs is { } until ? DateTimeOffset.FromUnixTimeMilliseconds(until) : null,
        fault.IsSpent(nowMs));
}

/// <summary>The faults of a workspace, in the order they are asked.</summary>
/// <param name="Faults">Those asked for, spent ones too.</param>
/// <param name="Next">Send it as <c>after</c>, or as <c>before</c> with the newest first, to go on; absent where nothing more is left.</param>
public sealed record FaultList(IReadOnlyList<FaultView> Faults, string? Next);
