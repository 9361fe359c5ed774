namespace MockMessaging.Tool;

/// <summary>What a verb uses of its process; a test gives its own.</summary>
/// <param name="Stopped">Cancelled by Ctrl+C.</param>
internal sealed record Surroundings(TextWriter Out, TextWriter Error, TextReader In, CancellationToken Stopped)
{
    public Func<string, string?> Variable { get; init; } = Environment.GetEnvironmentVariable;

    /// <summary>Waits before something is tried again.</summary>
    public Func<TimeSpan, CancellationToken, Task> PauseAsync { get; init; } = static (span, cancelled) => Task.Delay(span, cancelled);

    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>True if failures are written in red.</summary>
    public bool Colored { get; init; }

    public static Surroundings OfThisProcess(CancellationToken stopped) => new(Console.Out, Console.Error, Console.In, stopped)
    {
        Colored = !Console.IsOutputRedirected && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR")),
    };

    /// <summary>A line for people, beside the results: about the connection, or a summary.</summary>
    public void Note(string text) => Error.WriteLine(text);

    public void Write(string line, bool failed = false) => Out.WriteLine(failed && Colored ? $"\e[31m{line}\e[0m" : line);
}

/// <summary>Exit codes of every verb.</summary>
internal static class ExitCode
{
    public const int Done = 0;
    public const int Refused = 1;
    public const int WrongArguments = 2;
    public const int NotReachable = 3;

    /// <summary>As shells have it for Ctrl+C.</summary>
    public const int Interrupted = 130;
}

/// <summary>The arguments are wrong in a way that the parser cannot see.</summary>
internal sealed class WrongArgumentsException(string message) : Exception(message);
