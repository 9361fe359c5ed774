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

        var settings = SettingsWithOneUnderscore();
        foreach (var variable in variables)
        {
            if (settings.TryGetValue(variable, out var meant) && IsWrittenAs(variable, meant))
            {
                yield return $"{variable}: there is no such setting; did you mean {Variable(meant)}, with two underscores?";
            }
        }
    }

    /// <summary>One line for each name that may be a misspelt setting.</summary>
    public static IEnumerable<string> Doubts(IConfiguration configuration, IEnumerable<string> variables)
    {
        var settings = SettingsWithOneUnderscore();
        foreach (var variable in variables)
        {
            if (settings.TryGetValue(variable, out var misspelt) && !IsWrittenAs(variable, misspelt))
            {
                yield return Doubt(variable, Variable(misspelt));
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

    /// <summary>The settings, by the names of variables that should have double underscores and have single ones, in any case.</summary>
    private static Dictionary<string, string> SettingsWithOneUnderscore() =>
        SettingNames.All.Where(static setting => setting.Contains(':', StringComparison.Ordinal)).ToDictionary(OneUnderscore, StringComparer.OrdinalIgnoreCase);

    private static string OneUnderscore(string setting) => setting.Replace(':', '_');

    private static bool IsWrittenAs(string variable, string setting) => variable == OneUnderscore(setting);

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
