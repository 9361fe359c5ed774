using System.Text;
using System.Threading.Channels;
using MockMessaging.Tool;

namespace MockMessaging.Tests.Tool;

/// <summary>The command in this process, with what it prints. A pause before another try lasts until the test lets it go on.</summary>
internal sealed class ToolRun : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly LineWriter _out = new();
    private readonly LineWriter _error = new();
    private readonly CancellationTokenSource _stop = CancellationTokenSource.CreateLinkedTokenSource(TestWorkspace.Cancelled);
    private readonly Channel<TimeSpan> _pauses = Channel.CreateUnbounded<TimeSpan>();
    private readonly SemaphoreSlim _goOn = new(0);

    private ToolRun(string[] arguments, string input, Func<string, string?> variable) => Ended = VerbLine.RunAsync(
        arguments,
        new Surroundings(_out, _error, new StringReader(input), _stop.Token)
        {
            Variable = variable,
            PauseAsync = (span, cancelled) =>
            {
                _pauses.Writer.TryWrite(span);
                return _goOn.WaitAsync(cancelled);
            },
        });

    /// <summary>The exit code.</summary>
    public Task<int> Ended { get; }

    public string Out => _out.ToString();

    public string Error => _error.ToString();

    public static ToolRun Start(Uri server, string key, params string[] arguments) => new(
        arguments, "", name => name switch { "MOCK_MESSAGING_SERVER" => server.ToString(), "MOCK_MESSAGING_KEY" => key, _ => null });

    /// <summary>Runs a verb to its end, without any environment variables.</summary>
    public static async Task<(int Code, string Out, string Error)> RunAsync(string[] arguments, string input = "")
    {
        await using var run = new ToolRun(arguments, input, _ => null);
        return (await run.Ended, run.Out, run.Error);
    }

    public static Task<(int Code, string Out, string Error)> RunAsync(TestWorkspace workspace, params string[] arguments) => RunAsync([.. arguments, "--server", workspace.Server.ToString(), "--key", workspace.Key!]);

    /// <summary>The next line of the results.</summary>
    public Task<string> NextAsync() => _out.NextAsync();

    /// <summary>The next line of the results that has a text in it.</summary>
    public async Task<string> UntilAsync(string part) => (await UntilAllAsync(part))[0];

    /// <summary>For each text the next line that has it, in whatever order they come.</summary>
    public async Task<string[]> UntilAllAsync(params string[] parts)
    {
        var found = new string?[parts.Length];
        while (Array.FindIndex(found, line => line is null) >= 0)
        {
            var line = await NextAsync();
            for (var part = 0; part < parts.Length; part++)
            {
                found[part] ??= line.Contains(parts[part], StringComparison.Ordinal) ? line : null;
            }
        }

        return found!;
    }

    /// <summary>The next line beside the results.</summary>
    public Task<string> NoteAsync() => _error.NextAsync();

    /// <summary>Waits until something is to be tried again.</summary>
    public async Task<TimeSpan> PauseAsync()
    {
        using var patience = new CancellationTokenSource(Patience);
        return await _pauses.Reader.ReadAsync(patience.Token);
    }

    public void GoOn() => _goOn.Release();

    /// <summary>As Ctrl+C does.</summary>
    public async Task<int> StopAsync()
    {
        await _stop.CancelAsync();
        return await Ended;
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        _stop.Dispose();
        _goOn.Dispose();
        _out.Dispose();
        _error.Dispose();
    }

    private sealed class LineWriter : StringWriter
    {
        private readonly Channel<string> _lines = Channel.CreateUnbounded<string>();
        private readonly Lock _one = new();

        public override Encoding Encoding => Encoding.UTF8;

        public override void WriteLine(string? value)
        {
            lock (_one)
            {
                base.WriteLine(value);
            }

            _lines.Writer.TryWrite(value ?? "");
        }

        public override string ToString()
        {
            lock (_one)
            {
                return base.ToString();
            }
        }

        public async Task<string> NextAsync()
        {
            using var patience = new CancellationTokenSource(Patience);
            return await _lines.Reader.ReadAsync(patience.Token);
        }
    }
}
