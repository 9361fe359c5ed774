using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text;
using Xunit;

namespace MockMessaging.Tests.Crashes;

/// <summary>The built server as a process of its own, so that it can be killed.</summary>
internal sealed class RealServer : IAsyncDisposable
{
    private const string Listening = "Now listening on: ";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Process _process;
    private readonly StringBuilder _output = new();
    private readonly StringBuilder _errors = new();
    private readonly TaskCompletionSource _listens = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private RealServer(string folder, int? kilobytes, IEnumerable<string> settings, params (string Name, string Value)[] variables)
    {
        string[] command =
        [
            Path.Combine(AppContext.BaseDirectory, "MockMessaging.dll"), "--urls", "http://127.0.0.1:0", "--Storage:Path", Path.Combine(folder, "data.db"),
            "--Delivery:SentDelayMilliseconds=10", "--Delivery:DeliveredDelayMilliseconds=50", "--Delivery:ReadDelayMilliseconds=200", .. settings,
        ];

        // The largest file a process may write stands for the end of the disk, with no right that not everybody has.
        var limit = kilobytes?.ToString(CultureInfo.InvariantCulture);
        var start = limit is null
            ? new ProcessStartInfo("dotnet", command)
            : new ProcessStartInfo("bash", ["-c", $"ulimit -f {limit}; trap '' XFSZ; exec dotnet \"$@\"", "limited", .. command]) { Environment = { ["DOTNET_EnableWriteXorExecute"] = "0" } };
        foreach (var (name, value) in variables)
        {
            start.Environment[name] = value;
        }

        start.WorkingDirectory = folder;
        start.RedirectStandardOutput = start.RedirectStandardError = true;
        _process = Process.Start(start)!;
        _process.OutputDataReceived += (_, line) => Hear(_output, line.Data);
        _process.ErrorDataReceived += (_, line) => Hear(_errors, line.Data);
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    public Uri BaseAddress { get; private set; } = null!;

    /// <summary>What it has written to standard error.</summary>
    public string Errors => Heard(_errors);

    /// <summary>What it has written to standard output: its log.</summary>
    public string Output => Heard(_output);

    /// <summary>The libraries it has loaded, one line for each part of them; Linux only.</summary>
    public string Libraries => File.ReadAllText($"/proc/{_process.Id.ToString(CultureInfo.InvariantCulture)}/maps");

    /// <summary>Starts it on the data file <c>data.db</c> of a folder; ends when it listens.</summary>
    /// <param name="folder">Its folder.</param>
    /// <param name="settings">Further arguments.</param>
    public static Task<RealServer> StartAsync(string folder, params string[] settings) => ListeningAsync(new RealServer(folder, null, settings));

    /// <summary>Starts it where no file may grow over so many kilobytes.</summary>
    public static Task<RealServer> StartOnFullDiskAsync(string folder, int kilobytes, params string[] settings) =>
        ListeningAsync(new RealServer(folder, kilobytes, settings));

    /// <summary>Starts it, on a disk with little room if so said, and waits for its end, or for the moment it listens and has read its file back.</summary>
    /// <returns>Its exit code, or none where it runs; and what it wrote.</returns>
    public static Task<(int? ExitCode, string Errors, string Output)> TryAsync(string folder, int? kilobytes = null) => TryAsync(new RealServer(folder, kilobytes, []));

    /// <summary>The same with further arguments and environment variables.</summary>
    public static Task<(int? ExitCode, string Errors, string Output)> TryAsync(string folder, string[] settings, params (string Name, string Value)[] variables) =>
        TryAsync(new RealServer(folder, null, settings, variables));

    private static async Task<(int? ExitCode, string Errors, string Output)> TryAsync(RealServer started)
    {
        await using var server = started;
        var ended = server._process.WaitForExitAsync(TestWorkspace.Cancelled);
        if (await Task.WhenAny(ended, server._listens.Task).WaitAsync(Patience, TestWorkspace.Cancelled) != ended)
        {
            if (await ServesAsync(server))
            {
                return (null, server.Errors, server.Output);
            }

            await ended.WaitAsync(Patience, TestWorkspace.Cancelled);
        }

        return (server._process.ExitCode, server.Errors, server.Output);
    }

    /// <summary>Ends it as the loss of power would, without a word to it.</summary>
    public void Kill() => _process.Kill();

    /// <summary>Kind it to end, as an operator or a container does; gives its exit code.</summary>
    public async Task<int> TerminateAsync()
    {
        using var kill = Process.Start("kill", ["-TERM", _process.Id.ToString(CultureInfo.InvariantCulture)]);
        await EndAsync();
        return _process.ExitCode;
    }

    /// <summary>Ends when the process has.</summary>
    public Task EndAsync() => _process.WaitForExitAsync(TestWorkspace.Cancelled).WaitAsync(Patience, TestWorkspace.Cancelled);

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private static async Task<RealServer> ListeningAsync(RealServer server)
    {
        var ended = server.EndAsync();
        Assert.True(await Task.WhenAny(ended, server._listens.Task) != ended, $"It did not start: {server.Errors}{server.Output}");
        return server;
    }

    /// <summary>Whoever asks waits until what was kept is back, or cannot be.</summary>
    private static async Task<bool> ServesAsync(RealServer server)
    {
        try
        {
            return (await new TestWorkspace(server.BaseAddress, "anybody").GetAsync("/_sandbox/workspace")).Status == HttpStatusCode.OK;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private static string Heard(StringBuilder what)
    {
        lock (what)
        {
            return what.ToString();
        }
    }

    private void Hear(StringBuilder what, string? line)
    {
        if (line is null)
        {
            return;
        }

        lock (what)
        {
            what.AppendLine(line);
        }

        if (line.IndexOf(Listening, StringComparison.Ordinal) is var at and >= 0)
        {
            BaseAddress = new Uri(line[(at + Listening.Length)..].Trim());
            _listens.TrySetResult();
        }
    }
}
