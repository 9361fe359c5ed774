using System.Globalization;
using MockMessaging.Contract;
using MockMessaging.Fidelity;
using MockMessaging.Storage;

namespace MockMessaging;

/// <summary>The parsed arguments of the command.</summary>
internal sealed class CommandLine
{
    private const string DataFile = "mock-messaging.db";

    private static readonly string[] Options = ["--port", "--urls", "--data", "--memory", "--fidelity", "--help", "--version"];

    private static readonly string[] Words = [.. Options, "openapi", "settings"];

    private readonly string[] _words;

    private readonly Dictionary<string, string> _settings = new(StringComparer.OrdinalIgnoreCase);

    private CommandLine(IEnumerable<string> verbs) => _words = [.. Words, .. verbs];

    public enum CommandKind
    {
        Serve,
        OpenApi,
        Help,
        Version,
    }

    public CommandKind Kind { get; private set; }

    /// <summary>What is wrong with the arguments; null if nothing is.</summary>
    public string? Problem { get; private set; }

    /// <summary>The file for the OpenAPI document.</summary>
    public string? OpenApiFile { get; private set; }

    /// <summary>The file for SETTINGS.md. Only developers of this server need this command, so --help does not list it.</summary>
    public string? SettingsFile { get; private set; }

    /// <summary>Settings in the form <c>--Name=value</c>.</summary>
    public string[] Settings => [.. _settings.Select(setting => $"--{setting.Key}={setting.Value}")];

    /// <param name="verbs">What else may have been meant by an unknown word.</param>
    public static CommandLine Parse(IReadOnlyList<string> arguments, params IReadOnlyList<string> verbs)
    {
        var command = new CommandLine(verbs);
        var rest = new Queue<string>(arguments);
        while (command.Problem is null && rest.TryDequeue(out var argument))
        {
            command.Read(argument, rest);
        }

        return command;
    }

    private void Read(string argument, Queue<string> rest)
    {
        var (name, value) = argument.IndexOf('=', StringComparison.Ordinal) is > 0 and var at && argument.StartsWith("--", StringComparison.Ordinal)
            ? (argument[..at], argument[(at + 1)..])
            : (argument, (string?)null);
        switch (name)
        {
            case "--help" or "-h" or "-?":
                Kind = CommandKind.Help;
                break;
            case "--version":
                Kind = Kind == CommandKind.Help ? Kind : CommandKind.Version;
                break;
            case "openapi":
                ReadOpenApi(rest);
                break;
            case "settings":
                ReadSettings(rest);
                break;
            case "--memory" when value is null:
                Store(StorageOptions.InMemory);
                break;
            case "--memory":
                Problem = $"--memory has no value; remove '{value}'.";
                break;
            case "--port" or "--data" or "--fidelity" or "--urls":
                ReadOption(name, value ?? Next(rest));
                break;
            case var _ when name.StartsWith("--", StringComparison.Ordinal) && SettingNames.OfVariable(name[2..]) is var setting && IsSetting(setting):
                ReadSetting(setting, value ?? Next(rest));
                break;
            default:
                Problem = NearestName.Of(name, [.. _words, .. SettingNames.WithoutSection.Select(known => "--" + known)]) is { } meant
                    ? $"'{argument}' is unknown; did you mean {meant}? See --help."
                    : $"'{argument}' is unknown; see --help.";
                break;
        }
    }

    /// <summary>What has a section is a setting even if it is misspelt.</summary>
    private static bool IsSetting(string name) => name.Contains(':', StringComparison.Ordinal) || SettingNames.ProblemWith(name) is null;

    private void ReadOpenApi(Queue<string> rest)
    {
        Kind = Kind == CommandKind.Serve ? CommandKind.OpenApi : Kind;
        OpenApiFile = Next(rest);
        Problem = OpenApiFile is null ? "openapi needs the file to write to, such as openapi.json." : null;
    }

    private void ReadSettings(Queue<string> rest)
    {
        SettingsFile = Next(rest);
        Problem = SettingsFile is null ? "settings needs the file to write to, such as SETTINGS.md." : null;
    }

    private void ReadOption(string name, string? value)
    {
        switch (name)
        {
            case var _ when string.IsNullOrWhiteSpace(value):
                Problem = $"{name} needs a value; see --help.";
                break;
            case "--port" when ushort.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var port):
                Listen(port);
                break;
            case "--port":
                Problem = $"--port: '{value}' is not a port; give a number from 0 to 65535.";
                break;
            case "--data":
                Store(Path.Combine(value, DataFile));
                break;
            case "--fidelity" when Enum.GetNames<FidelityMode>().FirstOrDefault(mode => mode.Equals(value, StringComparison.OrdinalIgnoreCase)) is { } mode:
                _settings["Fidelity"] = mode;
                break;
            case "--fidelity":
                Problem = $"--fidelity: '{value}' is not allowed; use documented or production.";
                break;
            default:
                _settings["urls"] = value;
                break;
        }
    }

    private void ReadSetting(string name, string? value)
    {
        Problem = SettingNames.ProblemWith(name) is { } wrong ? $"--{wrong}" : value is null ? $"--{name} needs a value, as in --{name}=VALUE." : null;
        _settings[name] = value ?? "";
    }

    /// <summary>On every address if the environment sets ports, as in the image; else on localhost, or 127.0.0.1 for port 0, since localhost cannot choose a free port.</summary>
    private void Listen(ushort port)
    {
        var text = port.ToString(CultureInfo.InvariantCulture);
        if (Chosen("HTTP_PORTS") && !Chosen("URLS"))
        {
            _settings["http_ports"] = text;
        }
        else
        {
            _settings["urls"] = port == 0 ? "http://127.0.0.1:0" : "http://localhost:" + text;
        }

        static bool Chosen(string name) => !string.IsNullOrEmpty(Environment.GetEnvironmentVariable("ASPNETCORE_" + name) ?? Environment.GetEnvironmentVariable("DOTNET_" + name));
    }

    private void Store(string path)
    {
        const string Setting = "Storage:Path";
        Problem = _settings.TryGetValue(Setting, out var other) && other != path ? $"Give only one place to store everything, not both {other} and {path}." : null;
        _settings[Setting] = path;
    }

    /// <summary>The next argument, unless it is an option.</summary>
    private static string? Next(Queue<string> rest) => rest.TryPeek(out var next) && !next.StartsWith("--", StringComparison.Ordinal) ? rest.Dequeue() : null;
}
