using MockMessaging.State;

namespace MockMessaging.Control;

/// <summary>Customers who write by themselves.</summary>
/// <param name="ContactIds">Who they are.</param>
/// <param name="Until">When they stop, by the workspace's clock.</param>
/// <param name="Written">How many messages they wrote so far, answers aside.</param>
public sealed record TrafficView(IReadOnlyList<string> ContactIds, DateTimeOffset Until, int Written)
{
    internal static TrafficView Of(Traffic traffic) => new(traffic.ContactIds, DateTimeOffset.FromUnixTimeMilliseconds(traffic.UntilMs), traffic.Written);
}
