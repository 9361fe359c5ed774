using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace MockMessaging.Tool;

/// <summary>A verb, with examples for its help.</summary>
internal sealed class Verb(string name, string description, params string[] examples) : System.CommandLine.Command(name, description)
{
    private const int WidthOfHelp = 120;

    private const string ExitCodes = """
        Exit codes:
          0  done
          1  the server refused it, the condition is not met, or check found something wrong
          2  the arguments are wrong
          3  the server cannot be reached
        """;

    private IReadOnlyList<string> Examples { get; } = examples;

    /// <summary>The help of any verb: the usual sections, then examples and exit codes.</summary>
    public static HelpOption Help()
    {
        var option = new HelpOption();
        option.Action = new HelpWithExamples((HelpAction)option.Action!);
        return option;
    }

    private sealed class HelpWithExamples(HelpAction usual) : SynchronousCommandLineAction
    {
        public override bool ClearsParseErrors => true;

        public override int Invoke(ParseResult parseResult)
        {
            usual.MaxWidth = WidthOfHelp;
            usual.Invoke(parseResult);
            var output = parseResult.InvocationConfiguration.Output;
            if (parseResult.CommandResult.Command is Verb { Examples.Count: > 0 } verb)
            {
                output.WriteLine("Examples:");
                foreach (var example in verb.Examples)
                {
                    output.WriteLine($"  mock-messaging {example}");
                }

                output.WriteLine();
            }

            output.WriteLine(ExitCodes);
            return ExitCode.Done;
        }
    }
}
