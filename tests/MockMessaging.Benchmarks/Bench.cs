namespace MockMessaging.Benchmarks;

/// <summary>What the rows share: how thorough to be, and servers that are warm.</summary>
internal sealed class Bench(Published published, Choice choice) : IDisposable
{
    /// <summary>Where wrk sends to when it sends to one workspace.</summary>
    public const string Key = "benchmark0";

    private readonly Dictionary<string, Server> _servers = [];
    private readonly Dictionary<int, FilledServer> _filled = [];

    public Published Published => published;

    public bool Quick => choice.Quick;

    public int Rounds => choice.Quick ? 3 : 5;

    public int Seconds => choice.Quick ? 1 : 2;

    public Server Floor => Shared("floor", published.StartFloor);

    public Server InMemory => Shared("memory", () => published.StartInMemory());

    public Server OnFile => Shared("file", () => published.StartOnFile());

    public Server Strict => Shared("strict", () => published.StartOnFile("--Storage:Durability=Strict"));

    /// <summary>How many messages the rows about many go up to.</summary>
    public IReadOnlyList<int> Sizes => choice.Quick ? [1_000, 100_000] : [1_000, 100_000, 1_000_000];

    /// <summary>A server of its own that holds so many messages.</summary>
    public FilledServer Filled(int messages) =>
        _filled.TryGetValue(messages, out var known) ? known : _filled[messages] = FilledServer.Start(published, messages);

    /// <summary>Loads a server until it has compiled all it will: until twice on end a message has not become a twentieth cheaper.</summary>
    public void Warm(Server server, Action settle)
    {
        var (cheapest, inVain) = (double.MaxValue, 0);
        while (inVain < 2)
        {
            var cost = Load.Run(server, 32, choice.Quick ? 2 : 4, settle).CpuMicroseconds;
            inVain = cost < cheapest * 0.95 ? 0 : inVain + 1;
            cheapest = Math.Min(cheapest, cost);
        }
    }

    public void Dispose()
    {
        foreach (var server in _servers.Values.Concat(_filled.Values.Select(filled => filled.Server)))
        {
            server.Dispose();
        }
    }

    private Server Shared(string name, Func<Server> start)
    {
        if (!_servers.TryGetValue(name, out var server))
        {
            _servers[name] = server = start();
            Warm(server, () => { });
            if (name != "floor")
            {
                server.AwaitIdle(Key);
                server.Reset(Key);
            }
        }

        return server;
    }
}
