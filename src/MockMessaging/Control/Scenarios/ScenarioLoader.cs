using System.Text.Json;
using System.Text.Json.Nodes;
using MockMessaging.Configuration;
using MockMessaging.Errors;
using MockMessaging.State;
using MockMessaging.Storage;
using MockMessaging.Webhooks;
using MockMessaging.Workspaces;

namespace MockMessaging.Control;

/// <summary>
/// Checks scenarios and applies them to workspaces. Everything in a scenario is a request of the control plane, and is checked and carried out by the code of
/// that request. A scenario is first applied to a copy of the workspace that is thrown away, so that all problems are found before anything changes.
/// </summary>
internal sealed class ScenarioLoader(WorkspaceDefaults defaults, ScenarioCustomers customers, ApiRoutes routes, WebhooksOptions webhooks)
{
    private const int MostRounds = 20;

    /// <exception cref="ApiException">It has problems, and nothing was changed.</exception>
    public async Task<ScenarioView> LoadAsync(Workspace workspace, string text, Func<WorkspaceState, App> actingApp, TraceContext? trace)
    {
        var problems = new ScenarioProblems();
        var scenario = ScenarioText.Read(text, problems);
        var (view, durable) = workspace.Together(() =>
        {
            workspace.Read(state =>
            {
                Check(scenario, TrialOf(state, workspace.Clock.NowMs), problems);
                return true;
            });
            return problems.Count > 0 ? throw ErrorCatalog.ScenarioWrong(problems.All) : Apply(workspace, scenario, actingApp, trace);
        });
        await durable.ConfigureAwait(false);
        return view;
    }

    /// <summary>Applies a scenario without problems.</summary>
    public (ScenarioView View, Task Durable) Apply(Workspace workspace, ScenarioText scenario, Func<WorkspaceState, App> actingApp, TraceContext? trace) => workspace.Together(() =>
    {
        List<ScenarioItem> items = [.. ScenarioItem.In(scenario)];
        List<Task> durable = [];
        foreach (var item in items.Where(item => item.Section is "clock" or "settings"))
        {
            durable.Add(item.Section == "clock" ? workspace.SetClock(ClockDriver.Parsed(item.As<ClockChange>(), workspace.Clock)) : Settings.Parsed(item.As<WorkspaceChange>())(workspace));
        }

        var applied = workspace.Execute(
            transaction =>
            {
                var app = actingApp(transaction.State);
                List<ScenarioCustomerView> seen = [];
                items.ForEach(item => Apply(transaction, item, app, seen));
                return seen;
            },
            trace: trace);
        durable.Add(applied.Durable);
        var view = new ScenarioView(
            TextOf(scenario, "name"), TextOf(scenario, "description"), ClockView.Of(workspace), items.CountBy(item => item.Section).ToDictionary(), applied.Value);
        return (view, Task.WhenAll(durable));
    });

    /// <summary>Finds out what is wrong with a scenario by applying it to a copy.</summary>
    public void Check(ScenarioText scenario, WorkspaceTransaction trial, ScenarioProblems problems)
    {
        // What refers to something that is wrong itself is not wrong.
        var broken = new HashSet<string>(StringComparer.Ordinal);
        foreach (var item in ScenarioItem.In(scenario))
        {
            if (!CanApply(item, trial, problems, broken))
            {
                broken.Add(item.Key);
                broken.Add((string?)(item.Json["code"] as JsonValue) ?? "");
            }
        }
    }

    /// <summary>A copy of a workspace as far as a scenario depends on it.</summary>
    public WorkspaceTransaction TrialOf(WorkspaceState state, long nowMs)
    {
        var copy = new WorkspaceState(new WorkspaceRecord { Key = "", Generation = 0, Seed = state.Seed }, defaults);
        foreach (var item in state.Configuration.Items)
        {
            copy.Configuration.Set(item);
        }

        copy.SigningSecret = state.SigningSecret;
        foreach (var (moment, timer) in state.Configuration.Approvals)
        {
            copy.Configuration.Approvals.Add(moment, timer);
        }

        copy.Rules.AddRange(state.Rules);
        copy.Faults.AddRange(state.Faults);
        copy.Planned.AddRange(state.Planned);
        copy.Media.Files.AddRange(state.Media.Files);
        return new WorkspaceTransaction(new MemoryStore()).Begin(copy, nowMs);
    }

    /// <summary>Leaves out each value that is refused and tries again, so that all of them are found.</summary>
    private bool CanApply(ScenarioItem item, WorkspaceTransaction trial, ScenarioProblems problems, HashSet<string> broken)
    {
        List<string> left = [.. problems.Within(item.Path)];
        var attempt = item;
        for (var round = 0; round < MostRounds; round++)
        {
            try
            {
                Apply(trial, attempt, trial.State.DefaultApp, []);
                break;
            }
            catch (ApiException failure) when (!failure.IsLimit)
            {
                var field = failure.Errors is [{ Field: { } named }, ..] ? named : "";
                var (node, isWhole) = item.Value.Find(field);
                isWhole = isWhole && field.Length > 0;

                // It is refused only because a value was left out.
                if (left.Count > 0 && (!isWhole || left.Exists(path => path.Length == 0 || path.StartsWith(field, StringComparison.Ordinal))))
                {
                    break;
                }

                if (node is not ScenarioScalar word || !broken.Contains(word.Text))
                {
                    problems.Add(node == item.Value ? item.Place : node, field.Length == 0 ? item.Path : $"{item.Path}.{field}", failure.Message);
                }

                left.Add(field);
                if (!isWhole)
                {
                    break;
                }

                attempt = attempt.Without(field);
            }
            catch (JsonException)
            {
                break;
            }
        }

        return left.Count == 0;
    }

    private void Apply(WorkspaceTransaction transaction, ScenarioItem item, App app, List<ScenarioCustomerView> seen)
    {
        switch (item.Section)
        {
            case "clock":
                _ = ClockDriver.Parsed(item.As<ClockChange>(), new Time.SandboxClock(TimeProvider.System));
                break;
            case "settings":
                var change = item.As<WorkspaceChange>();
                _ = Settings.Parsed(change);

                // Some faults need it; where the scenario is not only checked, it is set already.
                transaction.State.SigningSecret = change.SigningSecret is { Length: > 0 } secret ? secret : transaction.State.SigningSecret;
                break;
            case "channels":
                ConfigurationEditor.Set(transaction, item.As<ChannelRequest>().ToItem(item.Key));
                break;
            case "vars":
                ConfigurationEditor.Set(transaction, item.As<VariableRequest>().ToItem(item.Key, transaction));
                break;
            case "apps":
                var request = item.As<AppRequest>();
                ConfigurationEditor.Set(transaction, request.ToItem(item.Key, transaction.State));
                request.Register(transaction, transaction.State.Apps.First(known => known.Id == item.Key));
                break;
            case "templates":
                ConfigurationEditor.Set(transaction, item.As<TemplateRequest>().ToItem(item.Key, transaction.State, transaction.Now));
                break;
            case "customers":
                seen.Add(customers.Add(transaction, item.As<ScenarioCustomer>(), app));
                break;
            case "outcomes":
                OutcomeReactions.Add(transaction, item.As<OutcomeRuleRequest>());
                break;
            default:
                FaultsController.Add(transaction, item.As<FaultRequest>(), routes, webhooks);
                break;
        }
    }

    private static string? TextOf(ScenarioText scenario, string name) => (string?)(scenario.Json[name] as JsonValue);
}
