using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace MockMessaging.Benchmarks;

/// <summary>A PostgreSQL of its own in a folder that is thrown away, with the settings of a new installation.</summary>
internal sealed class TemporaryPostgres : IDisposable
{
    private readonly string _programs;
    private readonly string _folder = Directory.CreateTempSubdirectory("mock-messaging-postgres-").FullName;
    private readonly int _port = FreePort();

    public TemporaryPostgres(string programs)
    {
        _programs = programs;
        Cleanup.Owe(this);
        if (!OperatingSystem.IsWindows() && IsRoot)
        {
            File.SetUnixFileMode(_folder, (UnixFileMode)0b111_111_111);
        }

        Run("initdb", "--pgdata", Data, "--username", "postgres", "--auth", "trust", "--encoding", "UTF8", "--no-locale");
        Run("pg_ctl", "start", "--wait", "--pgdata", Data, "--log", Path.Combine(_folder, "log"), "--options", $"-c listen_addresses=127.0.0.1 -c port={_port} -c unix_socket_directories=");
    }

    private string Data => Path.Combine(_folder, "data");

    /// <summary>PostgreSQL does not run as root.</summary>
    private static bool IsRoot => Environment.UserName == "root";

    /// <summary>The folder of its programs; null if it is not installed.</summary>
    public static string? FindPrograms()
    {
        var debian = Directory.Exists("/usr/lib/postgresql") ? Directory.GetDirectories("/usr/lib/postgresql").OrderDescending().Select(version => Path.Combine(version, "bin")) : [];
        return debian.Concat((Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)).FirstOrDefault(folder => File.Exists(Path.Combine(folder, "initdb")) && File.Exists(Path.Combine(folder, "createdb")));
    }

    /// <summary>Makes an empty database.</summary>
    /// <returns>Its connection string for Npgsql.</returns>
    public string NewDatabase(string name)
    {
        Run("createdb", "--host", "127.0.0.1", "--port", _port.ToString(CultureInfo.InvariantCulture), "--username", "postgres", name);
        return ConnectionTo(name);
    }

    public string ConnectionTo(string name) => $"Host=127.0.0.1;Port={_port};Username=postgres;Database={name}";

    public void Dispose()
    {
        if (Cleanup.Settle(this))
        {
            Run("pg_ctl", "stop", "--wait", "--mode", "immediate", "--pgdata", Data);
            Directory.Delete(_folder, recursive: true);
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>What it prints goes to a file: the server would keep a pipe open.</summary>
    private void Run(string program, params string[] arguments)
    {
        var path = Path.Combine(_programs, program);
        string[] command = [.. IsRoot ? (string[])["runuser", "-u", "postgres", "--"] : [], path, .. arguments];
        using var run = Process.Start(new ProcessStartInfo("bash", ["-c", "exec \"$@\" >> printed 2>&1", "run", .. command]) { WorkingDirectory = _folder })!;
        run.WaitForExit();
        if (run.ExitCode != 0)
        {
            throw new InvalidOperationException($"{program} failed:\n{File.ReadAllText(Path.Combine(_folder, "printed"))}");
        }
    }
}
