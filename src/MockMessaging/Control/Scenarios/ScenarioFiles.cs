using MockMessaging.State;
using MockMessaging.Workspaces;

namespace MockMessaging.Control;

/// <summary>The scenarios that new workspaces begin with. They are read and checked once, at start.</summary>
internal sealed class ScenarioFiles : IWorkspaceContent
{
    private static readonly string[] Extensions = [".yaml", ".yml", ".json"];

    private readonly Lazy<(IReadOnlyList<ScenarioText> Scenarios, IReadOnlyList<string> Problems)> _read;
    private readonly Func<ScenarioLoader> _loader;

    /// <param name="loader">Found late, because it needs much of the server, and without files nothing of it.</param>
    public ScenarioFiles(ScenariosOptions options, Func<WorkspaceDefaults> defaults, Func<ScenarioLoader> loader)
    {
        IsEmpty = string.IsNullOrWhiteSpace(options.Path);
        _loader = loader;
        _read = new(() => IsEmpty ? ([], []) : Read(options.Path!, defaults()));
    }

    public bool IsEmpty { get; }

    /// <summary>One line for each problem, with file, line and column.</summary>
    public IReadOnlyList<string> Problems() => _read.Value.Problems;

    public void AddTo(Workspace workspace)
    {
        foreach (var scenario in _read.Value.Scenarios)
        {
            _loader().Apply(workspace, scenario, static state => state.DefaultApp, null);
        }
    }

    private (IReadOnlyList<ScenarioText> Scenarios, IReadOnlyList<string> Problems) Read(string path, WorkspaceDefaults defaults)
    {
        List<string> found = [];
        List<ScenarioText> scenarios = [];
        var trial = _loader().TrialOf(WorkspaceState.Fresh(WorkspaceRecord.Of("", 0, 0), defaults), 0);
        foreach (var file in FilesOf(path, found))
        {
            var problems = new ScenarioProblems();
            if (TextOf(file, found) is { } text)
            {
                scenarios.Add(ScenarioText.Read(text, problems));
                _loader().Check(scenarios[^1], trial, problems);
            }

            found.AddRange(problems.All.Select(problem => $"Scenarios:Path: {file}, {problem}"));
        }

        return (scenarios, found);
    }

    private static IReadOnlyList<string> FilesOf(string path, List<string> found)
    {
        if (File.Exists(path))
        {
            return [path];
        }

        string[] files = Directory.Exists(path)
            ? [.. Directory.EnumerateFiles(path).Where(file => Extensions.Contains(Path.GetExtension(file), StringComparer.OrdinalIgnoreCase)).Order(StringComparer.Ordinal)]
            : [];
        if (files.Length == 0)
        {
            found.Add(Directory.Exists(path)
                ? $"Scenarios:Path: the folder {path} has no file with the extension {string.Join(", ", Extensions)}."
                : $"Scenarios:Path: there is no file or folder {path}; create it, or clear the setting.");
        }

        return files;
    }

    private static string? TextOf(string file, List<string> found)
    {
        try
        {
            return File.ReadAllText(file);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            found.Add($"Scenarios:Path: {file} cannot be read: {unreadable.Message}");
            return null;
        }
    }
}
