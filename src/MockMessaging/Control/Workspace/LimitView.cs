using MockMessaging.State;

namespace MockMessaging.Control;

/// <summary>How much a workspace holds of something, and how much it may.</summary>
/// <param name="What">Of what.</param>
/// <param name="Held">How much it holds.</param>
/// <param name="Most">How much it may.</param>
/// <param name="Setting">The setting that says so.</param>
public sealed record LimitView(string What, int Held, int Most, string Setting)
{
    internal static IReadOnlyList<LimitView> Of(WorkspaceState state) =>
        [.. CapacityCheck.Counts(state).Select(count => new LimitView(count.What, count.Held, count.Most, $"Limits:{count.Setting}"))];
}
