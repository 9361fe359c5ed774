using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text;
using MockMessaging.Tests;
using Xunit;

namespace MockMessaging.Cluster.Tests.Processes;

/// <summary>One replica as a process of its own, always on the same ports, which can be killed, stopped and started again.</summary>
public sealed class Replica : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly string Program = Path.Combine(AppContext.BaseDirectory, "MockMessaging.Cluster.dll");

    private readonly string[] _arguments;
    private readonly string _folder;
    private readonly StringBuilder _output = new();
    private Process? _process;
    private TaskCompletionSource _listens = new();

    public Replica(string folder, string database, params IEnumerable<string> settings)
    {
        var ports = FreePorts.Take(3);
        _folder = folder;
        Address = new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{ports[0]}/"));
        Name = string.Create(CultureInfo.InvariantCulture, $"127.0.0.1:{ports[1]}");
        _arguments =
        [
            Program, "--urls", Address.ToString().TrimEnd('/'), $"--Cluster:Database={database}", "--Cluster:Host=127.0.0.1",
            $"--Cluster:InnerPort={ports[1]}", $"--Cluster:SiloPort={ports[2]}", .. settings,
        ];
    }

    /// <summary>Where clients call it.</summary>
    public Uri Address { get; }

    /// <summary>As the header <c>X-Sandbox-Replica</c> names it.</summary>
    public string Name { get; }

    public bool Runs => _process is { HasExited: false };

    /// <summary>What it has written so far, in all its runs.</summary>
    public string Output
    {
        get
        {
            lock (_output)
            {
                return _output.ToString();
            }
        }
    }

    /// <summary>Starts the process; does not wait for anything.</summary>
    public void Start()
    {
        _process?.Dispose();
        _listens = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var process = new Process
        {
            StartInfo = new ProcessStartInfo("dotnet", _arguments) { WorkingDirectory = _folder, RedirectStandardOutput = true, RedirectStandardError = true },
        };
        process.OutputDataReceived += (_, line) => Hear(line.Data);
        process.ErrorDataReceived += (_, line) => Hear(line.Data);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        _process = process;
    }

    /// <summary>Waits until it takes requests.</summary>
    public async Task ReadyAsync()
    {
        var ended = _process!.WaitForExitAsync(TestWorkspace.Cancelled);
        Assert.True(await Task.WhenAny(ended, _listens.Task).WaitAsync(Patience, TestWorkspace.Cancelled) != ended, $"It did not start:\n{Output}");
        using var client = RepeatingHandler.NewClient();
        using var ready = await client.GetAsync(new Uri(Address, "/healthz/ready"), TestWorkspace.Cancelled);
        Assert.True(ready.StatusCode == HttpStatusCode.OK, $"{(int)ready.StatusCode} {await ready.Content.ReadAsStringAsync(TestWorkspace.Cancelled)}\n{Output}");
    }

    /// <summary>Waits until it says that it is not ready, or has ended.</summary>
    public async Task NotReadyAsync()
    {
        using var client = RepeatingHandler.NewPlainClient();
        await RepeatingHandler.UntilAsync(async () => !Runs || !await IsReadyAsync(), $"{Name} is to say that it is not ready.");

        async Task<bool> IsReadyAsync()
        {
            try
            {
                using var ready = await client.GetAsync(new Uri(Address, "/healthz/ready"), TestWorkspace.Cancelled);
                return ready.IsSuccessStatusCode;
            }
            catch (HttpRequestException)
            {
                return false;
            }
        }
    }

    /// <summary>Ends it as the loss of power does.</summary>
    public async Task KillAsync()
    {
        _process!.Kill();
        await ExitAsync();
    }

    /// <summary>Hangs it, as a machine without processor time does: its connections stay open, and nothing is answered.</summary>
    public async Task HangAsync()
    {
        await SignalAsync("STOP");

        // On a busy machine the threads run on until one of them has seen the signal.
        var threads = $"/proc/{_process!.Id.ToString(CultureInfo.InvariantCulture)}/task";
        await RepeatingHandler.UntilAsync(
            () => Task.FromResult(Directory.GetDirectories(threads).All(thread => File.ReadAllText(Path.Combine(thread, "stat")).Split(") ")[^1][0] == 'T')),
            "All threads have stopped.");
    }

    /// <summary>Wakes it after <see cref="HangAsync"/>.</summary>
    public Task WakeAsync() => SignalAsync("CONT");

    /// <summary>Asks it to end, as an operator or a container does.</summary>
    /// <returns>Its exit code.</returns>
    public async Task<int> TerminateAsync()
    {
        await SignalAsync("TERM");
        return await ExitAsync();
    }

    /// <summary>Waits for the end of the process.</summary>
    /// <returns>Its exit code.</returns>
    public async Task<int> ExitAsync()
    {
        await _process!.WaitForExitAsync(TestWorkspace.Cancelled).WaitAsync(Patience, TestWorkspace.Cancelled);
        return _process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is null)
        {
            return;
        }

        if (Runs)
        {
            _process.Kill();
            await _process.WaitForExitAsync();
        }

        _process.Dispose();
        _process = null;
    }

    private async Task SignalAsync(string signal)
    {
        using var kill = Process.Start("kill", [$"-{signal}", _process!.Id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync(TestWorkspace.Cancelled);
    }

    private void Hear(string? line)
    {
        if (line is null)
        {
            return;
        }

        lock (_output)
        {
            _output.AppendLine(line);
        }

        if (line.Contains($"Now listening on: {Address.ToString().TrimEnd('/')}", StringComparison.Ordinal))
        {
            _listens.TrySetResult();
        }
    }
}
