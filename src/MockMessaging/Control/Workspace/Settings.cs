using MockMessaging.Errors;
using MockMessaging.Seeding;
using MockMessaging.Webhooks;

namespace MockMessaging.Control;

/// <summary>Changes the settings of a workspace as it was asked for.</summary>
internal static class Settings
{
    /// <summary>The change; it is checked before anything is changed.</summary>
    /// <exception cref="ApiException">A value is not allowed.</exception>
    public static Func<Workspaces.Workspace, Task> Parsed(WorkspaceChange change)
    {
        if (change.Seed is < -WorkspaceSeed.Largest or > WorkspaceSeed.Largest)
        {
            throw ErrorCatalog.WrongValue(nameof(WorkspaceChange), "seed", $"seed must be -{WorkspaceSeed.Largest} to {WorkspaceSeed.Largest} (2^53 - 1), so that every JSON reader keeps it exact.");
        }

        if (change.SigningSecret is { Length: > 0 } secret && SigningSecret.ProblemWith(secret) is { } problem)
        {
            throw ErrorCatalog.WrongValue(nameof(WorkspaceChange), "signingSecret", $"signingSecret: {problem}");
        }

        var (delays, rules) = (change.Delays?.Parsed() ?? default, change.Media?.Parsed());
        return workspace =>
        {
            var configured = workspace.Configure(change.Fidelity, change.CareWindow, change.Rules, delays, change.Seed, change.SigningSecret);
            return rules is null ? configured : Task.WhenAll(configured, workspace.Execute(transaction =>
            {
                rules(transaction.State.Media.Rules);
                transaction.Save(transaction.State.Media.Rules);
                return true;
            }).Durable);
        };
    }
}
