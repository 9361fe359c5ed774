using MockMessaging.Contract;

namespace MockMessaging;

/// <summary>
/// Finds misspelt settings in the environment and the settings file. Names that are not clearly meant for this server are skipped, because an environment
/// has many variables of other programs.
/// </summary>
internal static class SettingSpelling
{
    private const int FewestLettersOfSection = 4;

    /// <summary>One line for each name that is certainly wrong: unknown names in sections of this server, and settings with one underscore.</summary>
    public static IEnumerable<string> Problems(IConfiguration configuration, IEnumerable<string> variables)
    {
        // Loops instead of LINQ over pairs, whose code would have to be compiled at each start.
        foreach (var setting in Leaves(configuration))
        {
            if (ProblemWith(setting.Path, setting.Value) is { } problem)
            {
                yield return problem;
            }
        }

        foreach (var variable in variables)
        {
            if (WithOneUnderscore(variable, StringComparison.Ordinal) is { } meant)
            {
                yield return $"{variable}: there is no such setting; did you mean {meant}, with two underscores?";
            }
        }
    }

    /// <summary>One line for each name that may be a misspelt setting.</summary>
    public static IEnumerable<string> Doubts(IConfiguration configuration, IEnumerable<string> variables)
    {
        foreach (var variable in variables.Where(variable => WithOneUnderscore(variable, StringComparison.Ordinal) is null))
        {
            if (WithOneUnderscore(variable, StringComparison.OrdinalIgnoreCase) is { } meant)
            {
                yield return Doubt(variable, meant);
            }
        }

        foreach (var setting in Leaves(configuration))
        {
            if (WithNearSection(setting.Path) is { } meant)
            {
                yield return Doubt(setting.Path, meant);
            }
        }
    }

    public static IEnumerable<string> Variables() => Environment.GetEnvironmentVariables().Keys.Cast<string>().Order(StringComparer.Ordinal);

    private static string? ProblemWith(string name, string? value)
    {
        if (!SettingNames.IsInSection(name))
        {
            return null;
        }

        return SettingNames.IsList(name) && !string.IsNullOrEmpty(value)
            ? $"{name}: this is a list; write {name}:0 for its first entry, {name}:1 for the next, or {Variable(name)}__0 as a variable."
            : SettingNames.ProblemWith(name);
    }

    private static string Doubt(string name, string meant) => $"{name} has no effect; if it is meant for this server, write {meant}.";

    private static IEnumerable<IConfigurationSection> Leaves(IConfiguration configuration) => configuration.GetChildren().SelectMany(LeavesOf);

    private static IEnumerable<IConfigurationSection> LeavesOf(IConfigurationSection section)
    {
        var below = section.GetChildren().ToList();
        return below.Count == 0 ? [section] : below.SelectMany(LeavesOf);
    }

    /// <summary>The setting that a variable would be with double underscores; null if there is none.</summary>
    private static string? WithOneUnderscore(string variable, StringComparison comparison) =>
        variable.Contains("__", StringComparison.Ordinal) ? null
        : SettingNames.All.FirstOrDefault(setting => setting.Contains(':', StringComparison.Ordinal) && variable.Equals(setting.Replace(':', '_'), comparison)) is { } meant ? Variable(meant) : null;

    /// <summary>The setting that a name would be if its section were spelt right; null if there is none.</summary>
    private static string? WithNearSection(string name)
    {
        var parts = name.Split(':');
        return parts.Length == 2 && parts[0].Length >= FewestLettersOfSection && !SettingNames.IsInSection(name)
            ? SettingNames.All.FirstOrDefault(setting => setting.Split(':') is [var section, var rest]
                && rest.Equals(parts[1], StringComparison.OrdinalIgnoreCase) && NearestName.Of(parts[0], [section]) is not null)
            : null;
    }

    private static string Variable(string setting) => setting.Replace(":", "__", StringComparison.Ordinal);
}
