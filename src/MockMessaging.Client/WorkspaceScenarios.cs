using System.Text;
using MockMessaging.Control;

namespace MockMessaging.Client;

/// <summary>Scenarios: files that prepare a workspace, with customers who behave by a script.</summary>
public sealed class WorkspaceScenarios
{
    private const string Path = "/_sandbox/scenarios";

    private readonly SandboxCalls _calls;

    internal WorkspaceScenarios(SandboxCalls calls) => _calls = calls;

    /// <summary>Adds what a scenario says to the workspace.</summary>
    /// <param name="yaml">The text of the scenario, as YAML or JSON.</param>
    /// <exception cref="SandboxException">Something is wrong, and nothing was changed; the message has every problem with line and column.</exception>
    public Task<ScenarioView> LoadAsync(string yaml, CancellationToken cancellationToken = default) =>
        _calls.PostBytesAsync<ScenarioView>(Path, Encoding.UTF8.GetBytes(yaml), "application/yaml", cancellationToken);

    /// <summary>Adds what a built-in scenario says to the workspace.</summary>
    /// <param name="name">Its name, such as <c>order-bot</c>.</param>
    public Task<ScenarioView> LoadBuiltInAsync(string name, CancellationToken cancellationToken = default) =>
        _calls.PostAsync<ScenarioView>(Path + Query.Of(("name", name)), cancellationToken);

    /// <summary>The built-in scenarios, with their texts.</summary>
    /// <param name="limit">Highest number of items, 1 to 1,000.</param>
    /// <param name="after">Only newer items: the <c>Next</c> of an earlier list.</param>
    /// <param name="before">Only older items: the <c>Next</c> of an earlier list with <c>newestFirst</c>.</param>
    /// <param name="newestFirst">True: the last item comes first.</param>
    public Task<ScenarioList> ListAsync(int limit = 1_000, string? after = null, string? before = null, bool newestFirst = false, CancellationToken cancellationToken = default) =>
        _calls.GetAsync<ScenarioList>(Path + Query.Of(Query.Page(limit, after, before, newestFirst)), cancellationToken);
}
