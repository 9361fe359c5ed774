using System.Collections;
using System.Globalization;
using MockMessaging.Http;

namespace MockMessaging;

/// <summary>The names settings have in appsettings.json, taken from the options they become.</summary>
internal static class SettingNames
{
    /// <summary>Beginnings of names that are not ours to know.</summary>
    private static readonly string[] Foreign = ["Logging:", "Kestrel:", "OTEL_"];

    /// <summary>What ASP.NET Core itself goes by.</summary>
    private static readonly string[] OfTheHost = ["urls", "http_ports", "https_ports", "environment", "contentRoot", "shutdownTimeoutSeconds"];

    /// <summary>What is wrong with a name; nothing for one that means something.</summary>
    public static string? ProblemWith(string name)
    {
        if (Foreign.Any(beginning => name.StartsWith(beginning, StringComparison.OrdinalIgnoreCase)) || Is(OfTheHost, name))
        {
            return null;
        }

        var (known, lists) = Known();
        if (Is(known, name) || lists.Exists(list => name.StartsWith(list + ":", StringComparison.OrdinalIgnoreCase)))
        {
            return null;
        }

        var longer = known.Find(setting => setting.StartsWith(name, StringComparison.OrdinalIgnoreCase));
        return (longer ?? NearestName.Of(name, known)) is { } meant ? $"{name}: there is no such setting; did you mean {meant}?" : $"{name}: there is no such setting.";
    }

    /// <summary>What options hold, by name; what has no value is left out.</summary>
    public static IEnumerable<KeyValuePair<string, string?>> Flatten(string name, object? value) => value switch
    {
        null => [],
        string or ValueType => [KeyValuePair.Create(name, Convert.ToString(value, CultureInfo.InvariantCulture))],
        IEnumerable list => list.Cast<object>().SelectMany((item, index) => Flatten(string.Create(CultureInfo.InvariantCulture, $"{name}:{index}"), item)),
        _ => value.GetType().GetProperties().SelectMany(property => Flatten($"{name}:{property.Name}", property.GetValue(value))),
    };

    /// <summary>Every setting, and which of them have others below them.</summary>
    private static (List<string> Known, List<string> Lists) Known()
    {
        List<string> known = [nameof(MockMessagingServerOptions.Fidelity)], lists = [];
        foreach (var (section, options) in new MockMessagingServerOptions().Sections)
        {
            foreach (var property in options.GetType().GetProperties())
            {
                var name = $"{section}:{property.Name}";
                known.Add(name);
                if (property.PropertyType != typeof(string) && property.PropertyType.IsAssignableTo(typeof(IEnumerable)))
                {
                    lists.Add(name);
                }
            }
        }

        return (known, lists);
    }

    private static bool Is(IEnumerable<string> names, string name) => names.Contains(name, StringComparer.OrdinalIgnoreCase);
}
