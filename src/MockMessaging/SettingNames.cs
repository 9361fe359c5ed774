using System.Collections;
using MockMessaging.Contract;

namespace MockMessaging;

/// <summary>The names of all settings, from the options classes.</summary>
internal static class SettingNames
{
    private const string HostPrefix = "ASPNETCORE_";

    /// <summary>Prefixes of settings that other libraries read.</summary>
    private static readonly string[] ForeignPrefixes = ["Logging:", "Kestrel:", "OTEL_"];

    /// <summary>Settings of ASP.NET Core itself.</summary>
    private static readonly string[] OfTheHost = ["AllowedHosts", "urls", "http_ports", "https_ports", "environment", "contentRoot", "shutdownTimeoutSeconds"];

    /// <summary>Sections of a program that is built on this server.</summary>
    private static readonly Dictionary<string, object> Added = [];

    /// <summary>Built once: each start compares every environment variable with them.</summary>
    private static readonly Lazy<Names> Own = new(Find);

    /// <summary>Makes the settings of one more section known. Only before the first name is looked up.</summary>
    public static void Add(string section, object options) => Added[section] = options;

    /// <returns>What is wrong with a name; null for a known setting.</returns>
    public static string? ProblemWith(string name)
    {
        if (ForeignPrefixes.Any(beginning => name.StartsWith(beginning, StringComparison.OrdinalIgnoreCase)) || Is(OfTheHost, name))
        {
            return null;
        }

        var (known, lists) = (Own.Value.Known, Own.Value.Lists);
        if (Is(known, name))
        {
            return null;
        }

        if (lists.FirstOrDefault(list => name.StartsWith(list.Key + ":", StringComparison.OrdinalIgnoreCase)) is { Key: { } list, Value: { } entry })
        {
            return ProblemWithEntry(name, name[(list.Length + 1)..].Split(':'), entry);
        }

        var related = known.Find(setting => setting.StartsWith(name, StringComparison.OrdinalIgnoreCase) || name.StartsWith(setting + ":", StringComparison.OrdinalIgnoreCase));
        return (related ?? NearestName.Of(name, known)) is { } meant ? $"{name}: there is no such setting; did you mean {meant}?" : $"{name}: there is no such setting.";
    }

    /// <summary>All settings of this server.</summary>
    public static IReadOnlyList<string> All => Own.Value.Known;

    /// <summary>The names that no section precedes.</summary>
    public static IEnumerable<string> WithoutSection => OfTheHost.Concat(All.Where(name => !name.Contains(':', StringComparison.Ordinal)));

    /// <summary>The setting of an environment variable: <c>Delivery__ReadDelayMilliseconds</c>, <c>ASPNETCORE_URLS</c>.</summary>
    public static string OfVariable(string variable) =>
        (variable.StartsWith(HostPrefix, StringComparison.OrdinalIgnoreCase) ? variable[HostPrefix.Length..] : variable).Replace("__", ":", StringComparison.Ordinal);

    /// <summary>True if a name has a section of this server, or a setting without section in place of one, such as <c>Fidelity:Mode</c>.</summary>
    public static bool IsInSection(string name) => name.Split(':') is [var section, _, ..] && (Is(Own.Value.Sections, section) || Is(Own.Value.Known, section));

    /// <summary>True if a setting is a list, so that only its entries can be set.</summary>
    public static bool IsList(string name) => Is(Own.Value.Lists.Keys, name);

    private static Names Find()
    {
        List<string> known = [nameof(MockMessagingServerOptions.Fidelity), nameof(MockMessagingServerOptions.Rules)];
        Dictionary<string, Type> lists = [];
        Dictionary<string, object> sections = new([.. new MockMessagingServerOptions().Sections, .. Added]);
        foreach (var (section, options) in sections)
        {
            foreach (var property in options.GetType().GetProperties())
            {
                var name = $"{section}:{property.Name}";
                known.Add(name);
                if (property.PropertyType != typeof(string) && property.PropertyType.IsAssignableTo(typeof(IEnumerable)))
                {
                    lists.Add(name, property.PropertyType.GetGenericArguments()[0]);
                }
            }
        }

        return new Names(known, lists, [.. sections.Keys]);
    }

    private static string? ProblemWithEntry(string name, string[] parts, Type entry)
    {
        if (entry == typeof(string))
        {
            return parts.Length == 1 ? null : $"{name}: there is no such setting.";
        }

        string[] properties = [.. entry.GetProperties().Select(property => property.Name)];
        return parts.Length > 1 && Is(properties, parts[1]) ? null
            : $"{name}: there is no such setting; an entry has {string.Join(", ", properties)}.";
    }

    private static bool Is(IEnumerable<string> names, string name) => names.Contains(name, StringComparer.OrdinalIgnoreCase);

    private sealed record Names(List<string> Known, Dictionary<string, Type> Lists, IReadOnlyList<string> Sections);
}
