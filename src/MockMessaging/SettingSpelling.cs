using MockMessaging.Http;

namespace MockMessaging;

/// <summary>
/// Finds misspelt settings among what the environment and the settings file hold. Names that are not clearly meant for this server are passed
/// over, since an environment is full of other programs' variables.
/// </summary>
internal static class SettingSpelling
{
    private const int FewestLettersOfSection = 4;

    /// <summary>What can only be meant for this server and is wrong, a line each: unknown names in its sections, and its settings with one underscore.</summary>
    public static IEnumerable<string> Problems(IConfiguration configuration, IEnumerable<string> variables)
    {
        // Loops, not queries over pairs: each start runs this, and code for pairs would have to be compiled first.
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

    /// <summary>What may be meant for this server, a line each.</summary>
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

    /// <summary>The names of the environment's variables.</summary>
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

    private static string Doubt(string name, string meant) => $"{name} is not read; if it is meant for this server, write {meant}.";

    private static IEnumerable<IConfigurationSection> Leaves(IConfiguration configuration) => configuration.GetChildren().SelectMany(LeavesOf);

    private static IEnumerable<IConfigurationSection> LeavesOf(IConfigurationSection section)
    {
        var below = section.GetChildren().ToList();
        return below.Count == 0 ? [section] : below.SelectMany(LeavesOf);
    }

    /// <summary>The setting a variable would be if its single underscores were double ones.</summary>
    private static string? WithOneUnderscore(string variable, StringComparison comparison) =>
        variable.Contains("__", StringComparison.Ordinal) ? null : SettingNames.All.FirstOrDefault(setting => variable.Equals(setting.Replace(':', '_'), comparison)) is { } meant ? Variable(meant) : null;

    /// <summary>The setting a name would be if its section were spelt right.</summary>
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
