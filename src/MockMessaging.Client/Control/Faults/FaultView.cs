using System.Text.Json.Nodes;

namespace MockMessaging.Control;

/// <summary>A fault, and how often it hit. You can post `name`, `target`, `trigger`, `effect` and `ttl` again as they are.</summary>
/// <param name="Id">Id of the fault.</param>
/// <param name="Name">Its name; the id if none was given.</param>
/// <param name="Strikes">api (it hits requests), media (it hits downloads of media) or webhooks (it hits pushes).</param>
/// <param name="Target">Which requests or pushes it hits.</param>
/// <param name="Trigger">When it hits.</param>
/// <param name="Effect">What it does.</param>
/// <param name="Ttl">Time left until it ends, by the workspace's clock; absent if it does not end.</param>
/// <param name="Seen">Number of requests or pushes that matched the target.</param>
/// <param name="Struck">Number of those that it hit.</param>
/// <param name="Remaining">How many times it will still hit; absent if there is no limit.</param>
/// <param name="Until">When it ends, by the workspace's clock.</param>
/// <param name="Spent">True if it can no longer hit anything.</param>
/// <param name="Paused">True while it hits and counts nothing.</param>
public sealed record FaultView(
    string Id, string Name, string Strikes, JsonNode Target, FaultTriggerRequest Trigger, FaultEffectRequest Effect,
    string? Ttl, int Seen, int Struck, int? Remaining, DateTimeOffset? Until, bool Spent, bool Paused) : ControlRecord;

/// <summary>The faults of a workspace, in the order in which they are checked.</summary>
/// <param name="Faults">The faults, spent ones too.</param>
/// <param name="Next">Send it as `after` (or as `before` with `order=newest`) to get the next page; absent on the last page.</param>
public sealed record FaultList(IReadOnlyList<FaultView> Faults, string? Next) : ControlRecord;
