using MockMessaging.Fidelity;
using MockMessaging.State;
using MockMessaging.Workspaces;

namespace MockMessaging.Control;

/// <summary>What a workspace holds at present.</summary>
/// <param name="Seed">What its ids and made-up people follow from.</param>
/// <param name="Fidelity">Which truth it follows where document and live service disagree.</param>
/// <param name="CareWindow">Whether the care window holds, where the workspace was told; absent where the server's choice counts.</param>
/// <param name="Delays">How fast messages move, as far as the workspace was told.</param>
/// <param name="Clock">Its time.</param>
/// <param name="Contacts">Number of contacts.</param>
/// <param name="Sessions">Number of sessions.</param>
/// <param name="Messages">Number of messages, both ways.</param>
/// <param name="DigitalObjects">Number of customer data objects.</param>
/// <param name="DigitalEvents">Number of customer events.</param>
/// <param name="Pushes">Pushes remembered, by state.</param>
/// <param name="Limits">What is limited, with how much of it there is.</param>
/// <param name="Apps">Client apps and their webhooks.</param>
public sealed record WorkspaceView(
    long Seed,
    FidelityMode Fidelity,
    bool? CareWindow,
    DelaysRequest? Delays,
    ClockView Clock,
    int Contacts,
    int Sessions,
    int Messages,
    int DigitalObjects,
    int DigitalEvents,
    IReadOnlyDictionary<string, int> Pushes,
    IReadOnlyList<LimitView> Limits,
    IReadOnlyList<AppView> Apps)
{
    internal static WorkspaceView Of(Workspace workspace)
    {
        var clock = ClockView.Of(workspace);
        return workspace.Read(state => new WorkspaceView(
            state.Seed,
            state.Fidelity.Mode,
            state.CareWindow,
            DelaysRequest.Of(state.Delays),
            clock,
            state.Contacts.Count,
            state.Sessions.Count,
            state.Messages.Count,
            state.DigitalObjects.Count,
            state.DigitalEvents.Count,
            state.Pushes.Items.GroupBy(push => push.State).ToDictionary(group => group.Key.ToString().ToLowerInvariant(), group => group.Count()),
            LimitView.Of(state),
            [.. state.Apps.Select(app => new AppView(app.Id, app.Queue, app.AppType, app == state.DefaultApp, app.Webhook.Length == 0 ? null : app.Webhook))]));
    }
}

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
