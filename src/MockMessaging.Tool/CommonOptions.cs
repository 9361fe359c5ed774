using System.CommandLine;
using MockMessaging.Client;

namespace MockMessaging.Tool;

/// <summary>The options that every verb has.</summary>
internal sealed class CommonOptions(Surroundings surroundings)
{
    private const string DefaultServer = "http://localhost:8080";

    private readonly Option<string?> _server = new("--server")
    {
        HelpName = "URL",
        Recursive = true,
        Description = $"URL of the sandbox (default: MOCK_MESSAGING_SERVER, else {DefaultServer})",
    };

    private readonly Option<string?> _key = new("--key")
    {
        HelpName = "KEY",
        Recursive = true,
        Description = "API key of the workspace (default: MOCK_MESSAGING_KEY)",
    };

    private readonly Option<string?> _token = new("--token")
    {
        HelpName = "TOKEN",
        Recursive = true,
        Description = "the server's Control:Token, if it has one (default: MOCK_MESSAGING_TOKEN)",
    };

    private readonly Option<bool> _json = new("--json") { Recursive = true, Description = "JSON for programs, one object a line" };

    public static IReadOnlyList<string> Names { get; } = ["--server", "--key", "--token", "--json"];

    public void AddTo(Verb root)
    {
        root.Options.Add(_server);
        root.Options.Add(_key);
        root.Options.Add(_token);
        root.Options.Add(_json);
    }

    public bool Json(ParseResult parsed) => parsed.GetValue(_json);

    public SandboxWorkspace Workspace(ParseResult parsed)
    {
        var server = Given(parsed, _server, "MOCK_MESSAGING_SERVER") ?? DefaultServer;
        var key = Given(parsed, _key, "MOCK_MESSAGING_KEY")
            ?? throw new WrongArgumentsException("--key is missing: give the x-api-key of the workspace, or set the environment variable MOCK_MESSAGING_KEY.");
        return new SandboxWorkspace(Addresses.Of(server, "--server"), key, Given(parsed, _token, "MOCK_MESSAGING_TOKEN"));
    }

    private string? Given(ParseResult parsed, Option<string?> option, string variable) =>
        parsed.GetValue(option) is { Length: > 0 } given ? given : surroundings.Variable(variable) is { Length: > 0 } set ? set : null;
}

/// <summary>Reads the URLs of options.</summary>
internal static class Addresses
{
    /// <summary>Takes <c>http://localhost:3000/webhook</c>, and in short <c>localhost:3000/webhook</c> or <c>3000</c>.</summary>
    public static Uri Of(string given, string option)
    {
        var full = ushort.TryParse(given, out var port) ? $"http://localhost:{port}" : given.Contains("://", StringComparison.Ordinal) ? given : "http://" + given;
        return Uri.TryCreate(full, UriKind.Absolute, out var url) && url.Scheme is "http" or "https" && url.Host.Length > 0
            ? url
            : throw new WrongArgumentsException($"{option}: '{given}' is not a URL such as http://localhost:3000/webhook.");
    }
}
