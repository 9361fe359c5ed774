using System.CommandLine;
using System.CommandLine.Parsing;
using System.Text.Json;
using MockMessaging.Client;
using MockMessaging.Contract;

namespace MockMessaging.Tool;

/// <summary>The verbs of the command, which drive a running server by its typed client.</summary>
internal static class VerbLine
{
    /// <summary>Names with descriptions, for the help of the whole command.</summary>
    public static IReadOnlyList<(string Name, string Description)> List { get; } =
        [.. Root(new Surroundings(TextWriter.Null, TextWriter.Null, TextReader.Null, default)).Subcommands.Select(verb => (verb.Name, verb.Description!))];

    /// <summary>True if these are no arguments for the server: they begin with a verb or with an option that only verbs have.</summary>
    public static bool StartsWithVerb(IReadOnlyList<string> arguments) =>
        arguments is [var first, ..] && (List.Any(verb => verb.Name == first) || CommonOptions.Names.Contains(first.Split('=')[0]));

    public static async Task<int> RunAsync(IReadOnlyList<string> arguments, Surroundings surroundings)
    {
        var parsed = Root(surroundings).Parse(arguments);
        var configuration = new InvocationConfiguration
        {
            Output = surroundings.Out,
            Error = surroundings.Error,
            EnableDefaultExceptionHandler = false,
            ProcessTerminationTimeout = null,
        };
        if (parsed.Action is not { ClearsParseErrors: true } && ProblemsOf(parsed).ToList() is { Count: > 0 } problems)
        {
            problems.ForEach(surroundings.Note);
            return ExitCode.WrongArguments;
        }

        try
        {
            return await parsed.InvokeAsync(configuration, surroundings.Stopped).ConfigureAwait(false);
        }
        catch (WrongArgumentsException wrong)
        {
            surroundings.Note(wrong.Message);
            return ExitCode.WrongArguments;
        }
        catch (SandboxException refusal)
        {
            surroundings.Note(Lines.Of(refusal));
            return ExitCode.Refused;
        }
        catch (Exception failure) when (Connection.IsLost(failure, surroundings.Stopped))
        {
            surroundings.Note($"{Connection.Of(failure)} Is --server right, and does the server run? mock-messaging --memory starts one.");
            return ExitCode.NotReachable;
        }
        catch (JsonException)
        {
            surroundings.Note("The response is not one of a sandbox. Is --server right?");
            return ExitCode.NotReachable;
        }
        catch (OperationCanceledException) when (surroundings.Stopped.IsCancellationRequested)
        {
            return ExitCode.Interrupted;
        }
    }

    // Not the library's root, which takes its name from the running program.
    private static Verb Root(Surroundings surroundings)
    {
        var common = new CommonOptions(surroundings);
        var root = new Verb("mock-messaging", "Drives a running sandbox.")
        {
            Verbs.TriggerVerb.Create(surroundings, common),
            Verbs.ListenVerb.Create(surroundings, common),
            Verbs.TailVerb.Create(surroundings, common),
            Verbs.WaitVerb.Create(surroundings, common),
            Verbs.RunVerb.Create(surroundings, common),
            Verbs.CheckVerb.Create(surroundings, common),
        };
        root.Options.Add(Verb.Help());
        common.AddTo(root);
        return root;
    }

    private static IEnumerable<string> ProblemsOf(ParseResult parsed)
    {
        var command = parsed.CommandResult.Command;
        var path = PathOf(parsed.CommandResult);
        var words = command.Subcommands.Select(verb => verb.Name).ToList();
        string[] options = [.. command.Options.Select(option => option.Name), .. CommonOptions.Names, "--help"];
        foreach (var unknown in parsed.UnmatchedTokens)
        {
            yield return NearestName.Of(unknown, unknown.StartsWith('-') ? options : words) is { } meant
                ? $"'{unknown}' is unknown; did you mean {meant}? See {path} --help."
                : $"'{unknown}' is unknown; see {path} --help.";
        }

        if (parsed.UnmatchedTokens.Count > 0)
        {
            yield break;
        }

        if (command.Action is null)
        {
            yield return $"{path} needs one of {string.Join(", ", words)}; see {path} --help.";
        }
        else if (command.Arguments.Where(argument => parsed.GetResult(argument) is not { Tokens.Count: > 0 } && argument.Arity.MinimumNumberOfValues > 0).ToList() is { Count: > 0 } missing)
        {
            yield return $"{path} needs {string.Join(" and ", missing.Select(argument => argument.HelpName ?? argument.Name))}; see {path} --help.";
        }
        else
        {
            foreach (var error in parsed.Errors)
            {
                yield return $"{error.Message.TrimEnd('.')}; see {path} --help.";
            }
        }
    }

    private static string PathOf(CommandResult result) =>
        result.Parent is CommandResult parent ? $"{PathOf(parent)} {result.Command.Name}" : result.Command.Name;
}
