using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;

namespace MockMessaging.Benchmarks;

/// <summary>A server in a process of its own, started on a free port of the loopback address; it has taken one message when handed out.</summary>
internal sealed class Server : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>Less than a server keeps a connection nobody calls on.</summary>
    private static readonly TimeSpan KeptAlive = TimeSpan.FromMinutes(1);

    private static readonly byte[] FirstSend = Requests.Send("first", 0);

    private readonly Child _child;
    private Connection? _control;
    private long _called;

    private Server(Child child, IPEndPoint address, TimeSpan startTime, string? file)
    {
        _child = child;
        Address = address;
        StartTime = startTime;
        DataFile = file;
        MegabytesAtReady = Megabytes;
    }

    public IPEndPoint Address { get; }

    /// <summary>From the start of the process to the first good message/send.</summary>
    public TimeSpan StartTime { get; }

    public double MegabytesAtReady { get; }

    public string? DataFile { get; }

    /// <summary>Resident memory.</summary>
    public double Megabytes
    {
        get
        {
            _child.Process.Refresh();
            return _child.Process.WorkingSet64 / 1_048_576.0;
        }
    }

    /// <summary>What /proc tells of its processor time.</summary>
    public TimeSpan CpuTime
    {
        get
        {
            _child.Process.Refresh();
            return _child.Process.TotalProcessorTime;
        }
    }

    public static Server Start(string folder, string assembly, string? file, params IEnumerable<string> arguments)
    {
        var address = FreeAddress();
        var started = Stopwatch.GetTimestamp();
        var child = Child.Start(new ProcessStartInfo("dotnet", [assembly, .. arguments, "--urls", $"http://{address}", "--Logging:LogLevel:Default=Warning"])
        {
            WorkingDirectory = folder,
        });
        try
        {
            while (!TakesMessages(address))
            {
                if (child.Process.HasExited || Stopwatch.GetElapsedTime(started) > Patience)
                {
                    throw new InvalidOperationException($"{assembly} {string.Join(' ', arguments)} does not answer.");
                }

                Thread.Sleep(1);
            }
        }
        catch
        {
            child.Dispose();
            throw;
        }

        return new Server(child, address, Stopwatch.GetElapsedTime(started), file);
    }

    /// <summary>Calls it on a connection kept for that; one caller at a time.</summary>
    public JsonElement Call(string method, string path, string key, string body = "")
    {
        if (_control is null || Stopwatch.GetElapsedTime(_called) > KeptAlive)
        {
            _control?.Dispose();
            _control = new Connection(Address);
        }

        _called = Stopwatch.GetTimestamp();
        var answer = _control.Exchange(Requests.Of(method, path, key, body));
        return answer.IsEmpty ? default : JsonElement.Parse(answer.Span);
    }

    /// <summary>Waits until a workspace has nothing left to do.</summary>
    public void AwaitIdle(string key) => Call("GET", "/_sandbox/wait/idle?timeout=PT5M", key);

    public void Reset(string key) => Call("DELETE", "/_sandbox/workspace", key);

    public int Messages(string key) => Call("GET", "/_sandbox/workspace", key).GetProperty("messages").GetInt32();

    /// <summary>How far statuses are behind the clock.</summary>
    public TimeSpan Behind(string key)
    {
        var clock = Call("GET", "/_sandbox/clock", key);
        return clock.TryGetProperty("nextDue", out var due) && due.ValueKind == JsonValueKind.String && clock.GetProperty("now").GetDateTimeOffset() - due.GetDateTimeOffset() is { Ticks: > 0 } behind
            ? behind
            : TimeSpan.Zero;
    }

    /// <summary>Kind it to end, and tells how long that took: all that waits for the disk is written first.</summary>
    public TimeSpan Stop()
    {
        var asked = Stopwatch.GetTimestamp();
        using var signal = Process.Start("kill", ["-TERM", _child.Process.Id.ToString(CultureInfo.InvariantCulture)]);
        _child.Process.WaitForExit();
        return Stopwatch.GetElapsedTime(asked);
    }

    public void Dispose()
    {
        _control?.Dispose();
        _child.Dispose();
    }

    private static bool TakesMessages(IPEndPoint address)
    {
        try
        {
            using var connection = new Connection(address);
            connection.Send(FirstSend);
            return connection.TryReceive() is not null;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    /// <summary>A port of the loopback address that no program uses.</summary>
    public static IPEndPoint FreeAddress()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return (IPEndPoint)listener.LocalEndpoint;
    }
}
