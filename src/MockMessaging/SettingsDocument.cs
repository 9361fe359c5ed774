using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;
using MockMessaging.Fidelity;

namespace MockMessaging;

/// <summary>The command <c>settings FILE</c>: writes SETTINGS.md from the options classes and their XML documentation.</summary>
internal static partial class SettingsDocument
{
    private const string Head = """
        # Settings

        <!-- Generated from the XML documentation of the options classes. Do not edit; run: dotnet run --project src/MockMessaging -- settings src/MockMessaging/SETTINGS.md -->

        There are three ways to change a setting:

        - an environment variable: `Delivery__ReadDelayMilliseconds=0`
        - an argument: `--Delivery:ReadDelayMilliseconds=0`
        - the file `src/MockMessaging/appsettings.json`

        An argument has priority over a variable, and a variable over the file. With a wrong value, or an unknown name in one of these sections, the server
        does not start; it prints all such problems together.
        """;

    private const string Foot = """

        ## Address, log and telemetry

        ASP.NET Core and OpenTelemetry read these.

        | Variable | Default | Values | Meaning |
        |---|---|---|---|
        | `ASPNETCORE_URLS`, `ASPNETCORE_HTTP_PORTS` or `--urls` | `http://localhost:8080`; in the image port 8080 of every address |  | Where the server listens. |
        | `ASPNETCORE_HTTPS_PORTS` | none |  | Ports for https on every address, in addition to `ASPNETCORE_HTTP_PORTS`. |
        | `Kestrel__Certificates__Default__Path`, `Kestrel__Certificates__Default__KeyPath`, `Kestrel__Certificates__Default__Password` | none |  | A certificate of your own for https: PEM with its key, or PFX with its password. |
        | `Logging__LogLevel__Default`, `Logging__LogLevel__MockMessaging` | `Information` | `Trace`, `Debug`, `Information`, `Warning`, `Error`, `Critical`, `None` | Lowest level that is logged. |
        | `Logging__Console__FormatterName` | `simple` | `simple`, `json`, `systemd` | Format of the log lines. |
        | `OTEL_EXPORTER_OTLP_ENDPOINT` | none |  | URL of the collector that gets traces and metrics. |
        | `OTEL_EXPORTER_OTLP_PROTOCOL` | `grpc` | `grpc`, `http/protobuf` | Protocol of the collector. |
        | `OTEL_TRACES_EXPORTER`, `OTEL_METRICS_EXPORTER` | `otlp` if there is an endpoint, else `none` | `otlp`, `console`, `none` | Where traces and metrics go. |
        | `OTEL_SERVICE_NAME` | `mock-messaging` |  | Name of the service in traces and metrics. |
        | `OTEL_SDK_DISABLED` | `false` | `true`, `false` | True switches traces and metrics off. OpenTelemetry's other variables work too. |

        """;

    public static Task WriteAsync(string path) => File.WriteAllTextAsync(path, Text());

    public static string Text()
    {
        var docs = new XmlSummaries();
        var text = new StringBuilder(Head).Append('\n');
        Section("General", "Settings without a section.",
        [
            Row("Fidelity", typeof(FidelityOptions).GetProperty(nameof(FidelityOptions.Fidelity))!, new FidelityOptions()),
            Row("Rules", typeof(FidelityOptions).GetProperty(nameof(FidelityOptions.Rules))!, new FidelityOptions()),
            Row("AllowedHosts", typeof(MockMessagingServerOptions).GetProperty(nameof(MockMessagingServerOptions.AllowedHosts))!, new MockMessagingServerOptions()),
        ]);
        foreach (var (name, options) in new MockMessagingServerOptions().Sections)
        {
            var standalone = Activator.CreateInstance(options.GetType())!;
            Section(name, SectionName().Replace(docs.Of(options.GetType()), ""), options.GetType().GetProperties().SelectMany(property => Rows(name, property, standalone)));
        }

        return text.Append(Foot).ToString();

        void Section(string name, string meaning, IEnumerable<string> rows)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n## {name}\n\n{meaning}\n\n| Variable | Default | Values | Meaning |\n|---|---|---|---|\n");
            text.AppendJoin("", rows);
        }

        IEnumerable<string> Rows(string section, PropertyInfo property, object options)
        {
            var name = $"{section}__{property.Name}";
            return EntryOf(property) switch
            {
                null => [Row(name, property, options)],
                var entry when entry == typeof(string) => [Row($"{name}__0", property, options)],
                var entry => entry.GetProperties().SelectMany(inner => Rows($"{name}__0", inner, Activator.CreateInstance(entry)!)).Prepend(Row($"{name}__0", property, options)),
            };
        }

        string Row(string variable, PropertyInfo property, object options)
        {
            var (meaning, standard) = Split(docs.Of(property), variable);
            var type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
            var values = property.GetCustomAttribute<RangeAttribute>() is { } range ? $"{Number(range.Minimum)} to {Number(range.Maximum)}"
                : type.IsEnum ? string.Join(", ", Enum.GetNames(type).Select(value => $"`{value}`"))
                : type == typeof(bool) ? "`true`, `false`" : "";
            if (values.Length == 0 && SaidRange().Match(standard) is { Success: true } said)
            {
                values = said.Groups["range"].Value;
                standard = standard[..said.Index];
            }
            else if (type == typeof(int))
            {
                standard = standard.EndsWith($", {values}", StringComparison.Ordinal) ? standard[..^(values.Length + 2)] : throw Wrong(variable, $"say the range {values}");
            }

            // The XML documentation must not have a wrong default.
            if (property.GetValue(options) is int number && !standard.StartsWith(Number(number), StringComparison.Ordinal))
            {
                throw Wrong(variable, $"say Default {Number(number)}");
            }

            if (type.IsEnum)
            {
                meaning += string.Concat(Enum.GetNames(type).Select(value => $" `{value}`: {LowerFirst(docs.Of(type.GetField(value)!))}"));
            }

            return $"| `{variable}` | {standard} | {values} | {meaning} |\n";
        }
    }

    private static InvalidOperationException Wrong(string variable, string what) => new($"{variable}: its XML documentation has to {what}.");

    /// <summary>Splits off the last sentence, which has the default.</summary>
    private static (string Meaning, string Default) Split(string summary, string variable) =>
        DefaultSentence().Match(summary) is { Success: true } found ? (summary[..found.Index].TrimEnd(), found.Groups["default"].Value)
        : variable.EndsWith("__Name", StringComparison.Ordinal) ? (summary, "")
        : throw Wrong(variable, "end with a sentence that begins with Default");

    private static Type? EntryOf(PropertyInfo property) =>
        property.PropertyType.IsGenericType && property.PropertyType.GetGenericTypeDefinition() == typeof(IList<>) ? property.PropertyType.GetGenericArguments()[0] : null;

    private static string Number(object value) => ((IFormattable)value).ToString("#,0", CultureInfo.InvariantCulture);

    /// <summary>For a text after a colon; words in capitals do not change.</summary>
    private static string LowerFirst(string text) => text.Length > 1 && !char.IsUpper(text[1]) ? char.ToLowerInvariant(text[0]) + text[1..] : text;

    [GeneratedRegex(@"Default:? (?<default>[^.]*(\.[^ ][^.]*)*)\.$")]
    private static partial Regex DefaultSentence();

    [GeneratedRegex(@", (?<range>\S+ to \S+)$")]
    private static partial Regex SaidRange();

    [GeneratedRegex(@" Section `\w+`\.$")]
    private static partial Regex SectionName();
}
