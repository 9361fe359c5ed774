using System.Text.RegularExpressions;
using MockMessaging.Tests.Crashes;

namespace MockMessaging.Tests.Fuzz;

/// <summary>The server as a process of its own, with a data file: a request that ends it is a finding, and not the end of the run.</summary>
internal sealed partial class FuzzServer : IAsyncDisposable
{
    private const int MostDeaths = 15;
    private const int Remembered = 60;

    private readonly Failures _failures;
    private readonly SemaphoreSlim _one = new(1);
    private readonly List<string> _folders = [];
    private readonly Queue<FuzzRequest> _recent = new();
    private RealServer _server = null!;

    private FuzzServer(Failures failures)
    {
        _failures = failures;
    }

    /// <summary>Counts the lives of the server; what was kept in an earlier one is gone.</summary>
    public int Life { get; private set; }

    public bool IsGivenUp => Life > MostDeaths;

    public Uri BaseAddress => _server.BaseAddress;

    public static async Task<FuzzServer> StartAsync(Failures failures)
    {
        var server = new FuzzServer(failures);
        await server.StartFreshAsync();
        return server;
    }

    /// <summary>Keeps a request for the story of an end.</summary>
    public void Remember(FuzzRequest request)
    {
        lock (_recent)
        {
            _recent.Enqueue(request);
            if (_recent.Count > Remembered)
            {
                _recent.Dequeue();
            }
        }
    }

    /// <summary>True where the server is there.</summary>
    public async Task<bool> IsAliveAsync()
    {
        try
        {
            using var client = new HttpClient();
            using var answer = await client.GetAsync(new Uri(BaseAddress, "/healthz/live"), TestWorkspace.Cancelled);
            return true;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    /// <summary>After the end of the process: tells why it ended and whether it opens its file again, and goes on with an empty one.</summary>
    /// <param name="life">The life in which it was missed; another caller may have seen to it.</param>
    public async Task ReviveAsync(int life)
    {
        await _one.WaitAsync(TestWorkspace.Cancelled);
        try
        {
            if (life != Life)
            {
                return;
            }

            await _server.EndAsync();
            lock (_recent)
            {
                _failures.Add($"the process ended: {Cause(_server.Errors)}", () => $"{_server.Errors}\nThe requests before it:\n{string.Join('\n', _recent.Select(request => request.ToCurl()))}");
                _recent.Clear();
            }

            TellLog();
            await _server.DisposeAsync();
            var (exitCode, errors, _) = await RealServer.TryAsync(_folders[^1]);
            if (exitCode is not null)
            {
                _failures.Add($"the file of a process that ended is not opened again: {Cause(errors)}", () => errors);
            }

            await StartFreshAsync();
            Life++;
        }
        finally
        {
            _one.Release();
        }
    }

    /// <summary>Ends it in order and starts it again on its file; false where it does not start, and is a new one with an empty file.</summary>
    public async Task<bool> RestartAsync()
    {
        if (await _server.TerminateAsync() is not 0 and var code)
        {
            _failures.Add($"ended with exit code {code} when it was asked to", () => _server.Errors);
        }

        TellLog();
        await _server.DisposeAsync();
        var (exitCode, errors, output) = await RealServer.TryAsync(_folders[^1]);
        if (exitCode is null)
        {
            _server = await RealServer.StartAsync(_folders[^1]);
            return true;
        }

        _failures.Add($"does not start again: {Cause(errors + output)}", () => errors + output);
        await StartFreshAsync();
        Life++;
        return false;
    }

    public async ValueTask DisposeAsync()
    {
        TellLog();
        await _server.DisposeAsync();
        _one.Dispose();
        foreach (var folder in _folders)
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private async Task StartFreshAsync()
    {
        _folders.Add(Directory.CreateTempSubdirectory("mock-messaging-").FullName);
        _server = await RealServer.StartAsync(_folders[^1]);
    }

    /// <summary>A line of the log that tells of a failure is one.</summary>
    private void TellLog()
    {
        foreach (Match line in FailureLine().Matches(_server.Output))
        {
            _failures.Add($"log: {Cause(line.Value)}", () => line.Value);
        }
    }

    /// <summary>The exception, and the first lines of the product in it.</summary>
    private static string Cause(string text)
    {
        var exception = ExceptionLine().Match(text).Value.Split("   at ")[0];
        return AnswerCheck.Generic(exception.Length > 0 ? exception : text) + string.Concat(Frames().Matches(text).Take(2).Select(frame => " < " + frame.Groups["method"].Value));
    }

    [GeneratedRegex(@"^\S+ (fail|crit): .*$", RegexOptions.Multiline)]
    private static partial Regex FailureLine();

    [GeneratedRegex(@"[A-Za-z.]+Exception\b.{0,120}")]
    private static partial Regex ExceptionLine();

    [GeneratedRegex(@"at MockMessaging\.(?<method>[\w.<>]+)")]
    private static partial Regex Frames();
}
