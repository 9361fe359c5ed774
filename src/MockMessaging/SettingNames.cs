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

        var known = Known();
        if (Is(known.Keys, name) || known.Any(setting => setting.Value && name.StartsWith(setting.Key + ":", StringComparison.OrdinalIgnoreCase)))
        {
            return null;
        }

        var longer = known.Keys.FirstOrDefault(setting => setting.StartsWith(name, StringComparison.OrdinalIgnoreCase));
        return (longer ?? NearestName.Of(name, known.Keys)) is { } meant ? $"{name}: there is no such setting; did you mean {meant}?" : $"{name}: there is no such setting.";
    }

    /// <summary>What options hold, by name; what has no value is left out.</summary>
    public static IEnumerable<KeyValuePair<string, string?>> Flatten(string name, object? value) => value switch
    {
        null => [],
        string or ValueType => [KeyValuePair.Create(name, Convert.ToString(value, CultureInfo.InvariantCulture))],
        IEnumerable list => list.Cast<object>().SelectMany((item, index) => Flatten(string.Create(CultureInfo.InvariantCulture, $"{name}:{index}"), item)),
        _ => value.GetType().GetProperties().SelectMany(property => Flatten($"{name}:{property.Name}", property.GetValue(value))),
    };

    /// <summary>Every setting, and whether it has others below it.</summary>
    private static Dictionary<string, bool> Known()
    {
        var properties = from section in new MockMessagingServerOptions().Sections
                         from property in section.Value.GetType().GetProperties()
                         select (Name: $"{section.Key}:{property.Name}", IsList: property.PropertyType != typeof(string) && property.PropertyType.IsAssignableTo(typeof(IEnumerable)));
        return properties.Append((Name: nameof(MockMessagingServerOptions.Fidelity), IsList: false)).ToDictionary(setting => setting.Name, setting => setting.IsList);
    }

    private static bool Is(IEnumerable<string> names, string name) => names.Contains(name, StringComparer.OrdinalIgnoreCase);
}
