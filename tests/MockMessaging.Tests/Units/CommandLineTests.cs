using Xunit;

namespace MockMessaging.Tests.Units;

public sealed partial class CommandLineTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("--port 8081", "--urls=http://localhost:8081")]
    [InlineData("--port=8081", "--urls=http://localhost:8081")]
    [InlineData("--port 0", "--urls=http://127.0.0.1:0")]
    [InlineData("--urls http://*:9000;http://*:9001", "--urls=http://*:9000;http://*:9001")]
    [InlineData("--data ./kept", "--Storage:Path=./kept/mock-messaging.db")]
    [InlineData("--memory", "--Storage:Path=:memory:")]
    [InlineData("--fidelity production", "--Fidelity=Production")]
    [InlineData("--Fidelity:=x", null)]
    [InlineData("--Delivery:ReadDelayMilliseconds=0", "--Delivery:ReadDelayMilliseconds=0")]
    [InlineData("--delivery:readDelayMilliseconds 0", "--delivery:readDelayMilliseconds=0")]
    [InlineData("--Webhooks:VerifyToken=a=b", "--Webhooks:VerifyToken=a=b")]
    [InlineData("--Auth:Keys:0=alpha --Auth:Keys:1=beta", "--Auth:Keys:0=alpha --Auth:Keys:1=beta")]
    [InlineData("--Auth:Tenants:0:Name=acme", "--Auth:Tenants:0:Name=acme")]
    [InlineData("--Rules=Enforce", "--Rules=Enforce")]
    [InlineData("--rules Enforce", "--rules=Enforce")]
    [InlineData("--AllowedHosts=*.example.com", "--AllowedHosts=*.example.com")]
    [InlineData("--https_ports=8443", "--https_ports=8443")]
    [InlineData("--Delivery__ReadDelayMilliseconds=0", "--Delivery:ReadDelayMilliseconds=0")]
    [InlineData("--Logging:LogLevel:Default=Debug", "--Logging:LogLevel:Default=Debug")]
    [InlineData("--port 1 --memory --fidelity=documented", "--urls=http://localhost:1 --Storage:Path=:memory: --Fidelity=Documented")]
    public void Arguments_become_settings(string arguments, string? settings)
    {
        var command = Parse(arguments);

        Assert.Equal(settings is null, command.Problem is not null);
        Assert.Equal(CommandLine.CommandKind.Serve, command.Kind);
        Assert.True(settings is null || settings == string.Join(' ', command.Settings), string.Join(' ', command.Settings));
    }

    [Theory]
    [InlineData("--prot 80", "'--prot' is unknown; did you mean --port? See --help.")]
    [InlineData("--prot=80", "'--prot=80' is unknown; did you mean --port? See --help.")]
    [InlineData("port", "'port' is unknown; did you mean --port? See --help.")]
    [InlineData("opnapi x.json", "'opnapi' is unknown; did you mean openapi? See --help.")]
    [InlineData("qwertzuiopasdf", "'qwertzuiopasdf' is unknown; see --help.")]
    [InlineData("--port", "--port needs a value; see --help.")]
    [InlineData("--port --memory", "--port needs a value; see --help.")]
    [InlineData("--port=", "--port needs a value; see --help.")]
    [InlineData("--port 65536", "--port: '65536' is not a port; give a number from 0 to 65535.")]
    [InlineData("--port -1", "--port: '-1' is not a port; give a number from 0 to 65535.")]
    [InlineData("--fidelity perfect", "--fidelity: 'perfect' is not allowed; use documented or production.")]
    [InlineData("--fidelity 1", "--fidelity: '1' is not allowed; use documented or production.")]
    [InlineData("--memory=no", "--memory has no value; remove 'no'.")]
    [InlineData("--memory --data x", "Give only one place to store everything, not both :memory: and x/mock-messaging.db.")]
    [InlineData("--Rulse=Enforce", "'--Rulse=Enforce' is unknown; did you mean --Rules? See --help.")]
    [InlineData("--AlowedHosts=*", "'--AlowedHosts=*' is unknown; did you mean --AllowedHosts? See --help.")]
    [InlineData("--Rules", "--Rules needs a value, as in --Rules=VALUE.")]
    [InlineData("--Delivery:ReadDelay=0", "--Delivery:ReadDelay: there is no such setting; did you mean Delivery:ReadDelayMilliseconds?")]
    [InlineData("--Delivery:ReadDelayMilliseconds", "--Delivery:ReadDelayMilliseconds needs a value, as in --Delivery:ReadDelayMilliseconds=VALUE.")]
    [InlineData("openapi", "openapi needs the file to write to, such as openapi.json.")]
    [InlineData("settings", "settings needs the file to write to, such as SETTINGS.md.")]
    public void Wrong_arguments_are_told_with_what_may_be_meant(string arguments, string problem) => Assert.Equal(problem, Parse(arguments).Problem);

    [Theory]
    [InlineData("--help", "Help")]
    [InlineData("-h", "Help")]
    [InlineData("--version", "Version")]
    [InlineData("--help --version", "Help")]
    [InlineData("--port 80 --help", "Help")]
    [InlineData("openapi out.json", "OpenApi")]
    public void Other_wishes_are_understood(string arguments, string wish)
    {
        var command = Parse(arguments);

        Assert.Null(command.Problem);
        Assert.Equal(wish, command.Kind.ToString());
    }

    [Fact]
    public void Every_setting_of_the_document_is_an_argument()
    {
        List<string> names = [.. File.ReadLines(Path.Combine(Conventions.SourceTree.Root, "src/MockMessaging/SETTINGS.md"))
            .Where(line => line.StartsWith("| `", StringComparison.Ordinal)).SelectMany(line => NameInRow().Matches(line.Split(" | ")[0]).Select(name => name.Groups[1].Value))];

        Assert.True(names.Count > 60);
        Assert.All(names.Where(name => !names.Exists(entry => entry.StartsWith(name + "__", StringComparison.Ordinal))), name => Assert.Null(Parse($"--{name}=x").Problem));
    }

    [Fact]
    public void Every_section_of_the_settings_file_can_be_set_by_argument_and_by_option()
    {
        var shown = System.Text.Json.Nodes.JsonNode.Parse(
            File.ReadAllText(Path.Combine(Conventions.SourceTree.Root, "src/MockMessaging/appsettings.json")),
            documentOptions: new System.Text.Json.JsonDocumentOptions { CommentHandling = System.Text.Json.JsonCommentHandling.Skip })!.AsObject();

        foreach (var (section, settings) in shown.Where(section => section.Value is System.Text.Json.Nodes.JsonObject))
        {
            Assert.All(settings!.AsObject(), setting => Assert.Null(SettingNames.ProblemWith($"{section}:{setting.Key}")));
            Assert.True(section == "Logging" || typeof(MockMessagingServerOptions).GetProperty(section) is not null, $"MockMessagingServerOptions lacks {section}.");
        }
    }

    [System.Text.RegularExpressions.GeneratedRegex("`-{0,2}([^`]+)`")]
    private static partial System.Text.RegularExpressions.Regex NameInRow();

    private static CommandLine Parse(string arguments) => CommandLine.Parse(arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries));
}
