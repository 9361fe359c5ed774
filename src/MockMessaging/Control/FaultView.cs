using MockMessaging.Workspaces;

namespace MockMessaging.Control;

/// <summary>A fault and how often it struck.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Strikes">api or webhooks.</param>
/// <param name="Seen">How many times it could have struck.</param>
/// <param name="Struck">How many times it struck.</param>
/// <param name="Remaining">How many times it strikes still; absent where that has no end.</param>
/// <param name="Until">When it ends by itself.</param>
/// <param name="Spent">Whether it is over.</param>
public sealed record FaultView(string Id, string Name, string Strikes, int Seen, int Struck, int? Remaining, DateTimeOffset? Until, bool Spent)
{
    internal static FaultView Of(Fault fault, long nowMs) => new(
        fault.Id,
        fault.Name,
        fault.Target.Pushes ? "webhooks" : "api",
        fault.Seen,
        fault.Struck,
        fault.Trigger.Next is { } next ? Math.Max(0, next - fault.Struck) : null,
        fault.UntilMs is { } until ? DateTimeOffset.FromUnixTimeMilliseconds(until) : null,
        fault.IsSpent(nowMs));
}
