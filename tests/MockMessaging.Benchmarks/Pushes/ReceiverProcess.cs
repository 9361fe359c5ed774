using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text.Json;

namespace MockMessaging.Benchmarks.Pushes;

/// <summary>A <see cref="Receiver"/> in a process of its own.</summary>
internal sealed class ReceiverProcess : IDisposable
{
    private static readonly byte[] Ask = Requests.Of("GET", "/", "");

    private readonly Child _child;
    private readonly IPEndPoint _address;
    private readonly Connection _connection;

    private ReceiverProcess(Child child, IPEndPoint address)
    {
        (_child, _address) = (child, address);
        _connection = new Connection(address);
    }

    public static ReceiverProcess Start()
    {
        var child = Child.Start(new ProcessStartInfo("dotnet", [typeof(Receiver).Assembly.Location, "receiver"])
        {
            RedirectStandardOutput = true,
            Environment = { ["DOTNET_SYSTEM_NET_SOCKETS_INLINE_COMPLETIONS"] = "1", ["DOTNET_SYSTEM_NET_SOCKETS_THREAD_COUNT"] = "1" },
        });
        var port = child.Process.StandardOutput.ReadLine() ?? throw new InvalidOperationException("The receiver does not start.");
        return new ReceiverProcess(child, new IPEndPoint(IPAddress.Loopback, int.Parse(port, CultureInfo.InvariantCulture)));
    }

    /// <summary>Has a workspace push to it.</summary>
    public void Register(Server server, string key) => server.Call("POST", "/api/v1/config/webhook", key, $$"""{"url":"http://{{_address}}/"}""");

    public Counts Count()
    {
        var counts = JsonElement.Parse(_connection.Exchange(Ask).Span);
        return new Counts(counts.GetProperty("pushes").GetInt64(), counts.GetProperty("misordered").GetInt64(), counts.GetProperty("unfinished").GetInt32());
    }

    public void Dispose()
    {
        _connection.Dispose();
        _child.Dispose();
    }
}
