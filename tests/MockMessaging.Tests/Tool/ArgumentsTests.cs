using MockMessaging.Tool;
using Xunit;

namespace MockMessaging.Tests.Tool;

/// <summary>What the command says about its arguments.</summary>
public sealed class ArgumentsTests
{
    [Theory]
    [InlineData("trigger", "mock-messaging trigger needs one of inbound, status, push; see mock-messaging trigger --help.")]
    [InlineData("trigger inbond", "'inbond' is unknown; did you mean inbound? See mock-messaging trigger --help.")]
    [InlineData("trigger inbound --txt Hello", "'--txt' is unknown; did you mean --text? See mock-messaging trigger inbound --help.")]
    [InlineData("trigger inbound --sever x", "'--sever' is unknown; did you mean --server? See mock-messaging trigger inbound --help.")]
    [InlineData("trigger status", "mock-messaging trigger status needs MESSAGE_ID and STATUS; see mock-messaging trigger status --help.")]
    [InlineData("trigger status 1 REED --key k", "'REED' is not a status; did you mean READ?")]
    [InlineData("trigger push --key k", "Option '--body' is required; see mock-messaging trigger push --help.")]
    [InlineData("trigger push --key k --body no-such-file.json", "--body: Could not find file ")]
    [InlineData("trigger push --key k --body -", "--body: - is not JSON: ")]
    [InlineData("wait idle", "--key is missing: give the x-api-key of the workspace, or set the environment variable MOCK_MESSAGING_KEY.")]
    [InlineData("wait idle --key k --timeout soon", "--timeout: 'soon' is not a time such as 5s, 500ms, 2m or PT5S.")]
    [InlineData("wait idle --key k --server ftp://x", "--server: 'ftp://x' is not a URL such as http://localhost:3000/webhook.")]
    [InlineData("listen --key k --forward ://", "--forward: '://' is not a URL such as http://localhost:3000/webhook.")]
    [InlineData("listen --key k --forward 1 --replay 0", "--replay: give a number from 1 to 1000.")]
    [InlineData("listen --key k --forward 1 --replay 1 --from-start", "Give --from-start or --replay, not both.")]
    [InlineData("listen --key k --forward 1 --replay many", "Cannot parse argument 'many' for option '--replay'")]
    [InlineData("tail --key k --kind stats", "--kind: 'stats' is unknown; did you mean status?")]
    [InlineData("tail --key k --count 0", "--count: give a number above 0.")]
    [InlineData("--key k", "mock-messaging needs one of trigger, ")]
    public async Task Wrong_arguments_are_named_with_what_to_do(string arguments, string problem)
    {
        var (code, results, error) = await ToolRun.RunAsync(arguments.Split(' '));

        Assert.Equal(ExitCode.WrongArguments, code);
        Assert.StartsWith(problem, error, StringComparison.Ordinal);
        Assert.Equal("", results);
    }

    [Theory]
    [InlineData("trigger inbound --help", "mock-messaging trigger inbound --from +919988776655 --text")]
    [InlineData("listen -h", "mock-messaging listen --forward http://localhost:3000/webhook")]
    [InlineData("tail --help", "mock-messaging tail --after 0")]
    [InlineData("wait status --help", "mock-messaging wait status 6b0918f4db1d9d2115000003 READ --timeout 10s")]
    [InlineData("check --help", "mock-messaging check --server")]
    public async Task Help_of_a_verb_has_usage_options_examples_and_exit_codes(string arguments, string example)
    {
        var (code, help, error) = await ToolRun.RunAsync(arguments.Split(' '));

        Assert.Equal((ExitCode.Done, ""), (code, error));
        Assert.All(["Usage:", "Options:", "--server <URL>", "Examples:", example, "Exit codes:"], part => Assert.Contains(part, help, StringComparison.Ordinal));
    }

    [Fact]
    public void Help_of_the_command_lists_options_and_verbs_and_without_verbs_only_options()
    {
        var help = CommandHelp.Of(VerbLine.List);

        Assert.All(VerbLine.List, verb => Assert.Contains($"\n  {verb.Name} ", help, StringComparison.Ordinal));
        Assert.Contains("--port NUMBER", help, StringComparison.Ordinal);
        Assert.DoesNotContain("Verbs", CommandHelp.Of([]), StringComparison.Ordinal);
        Assert.Equal("'triger' is unknown; did you mean trigger? See --help.", CommandLine.Parse(["triger"], [.. VerbLine.List.Select(verb => verb.Name)]).Problem);
    }

    [Theory]
    [InlineData("trigger inbound", true)]
    [InlineData("--key=k tail", true)]
    [InlineData("--port 8080", false)]
    [InlineData("openapi x", false)]
    [InlineData("", false)]
    public void Arguments_of_the_server_are_left_to_it(string arguments, bool isVerb) =>
        Assert.Equal(isVerb, VerbLine.StartsWithVerb(arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries)));

    [Theory]
    [InlineData("500ms", 0.5)]
    [InlineData("5s", 5)]
    [InlineData("1.5m", 90)]
    [InlineData("2h", 7200)]
    [InlineData("PT5S", 5)]
    public void Times_are_read(string text, double seconds) => Assert.Equal(TimeSpan.FromSeconds(seconds), Lines.Span(text, "--timeout"));

    [Theory]
    [InlineData("http://localhost:3000/webhook", "http://localhost:3000/webhook")]
    [InlineData("https://x.example/y", "https://x.example/y")]
    [InlineData("localhost:3000/webhook", "http://localhost:3000/webhook")]
    [InlineData("3000", "http://localhost:3000/")]
    public void Urls_are_read_in_short_too(string given, string url) => Assert.Equal(url, Addresses.Of(given, "--forward").ToString());
}
