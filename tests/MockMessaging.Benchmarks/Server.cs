using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace MockMessaging.Benchmarks;

/// <summary>A server in a process of its own, started on a free port of the loopback address and answering when handed out.</summary>
internal sealed class Server : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly Process _process;

    private Server(Process process, IPEndPoint address)
    {
        _process = process;
        Address = address;
    }

    public IPEndPoint Address { get; }

    /// <summary>From the start of the process to the first message sent.</summary>
    public TimeSpan StartTime { get; private init; }

    public TimeSpan CpuTime
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    public static Server Start(string folder, string assembly, params string[] arguments)
    {
        var address = FreeAddress();
        var started = Stopwatch.GetTimestamp();
        var process = Process.Start(new ProcessStartInfo("dotnet", [assembly, .. arguments, "--urls", $"http://{address}", "--Logging:LogLevel:Default=Warning"])
        {
            WorkingDirectory = folder,
        })!;
        while (!Connection.Answers(address))
        {
            if (process.HasExited || Stopwatch.GetElapsedTime(started) > Patience)
            {
                process.Kill();
                throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"{assembly} {string.Join(' ', arguments)} does not answer."));
            }

            Thread.Sleep(1);
        }

        return new Server(process, address) { StartTime = Stopwatch.GetElapsedTime(started) };
    }

    public void Dispose()
    {
        _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
    }

    private static IPEndPoint FreeAddress()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return (IPEndPoint)listener.LocalEndpoint;
    }
}
