using System.Diagnostics;
using MockMessaging.Tests;
using Npgsql;
using Xunit;

namespace MockMessaging.Cluster.Tests;

/// <summary>A PostgreSQL of its own, on a free port of this machine, for the tests of a class. Without an installed PostgreSQL these are skipped; they fail where CI is set.</summary>
public sealed class PostgresServer : IAsyncLifetime
{
    private const int Attempts = 5;

    private readonly string _folder = Directory.CreateTempSubdirectory("mock-messaging-postgres-").FullName;
    private string? _programs;
    private int _port;
    private int _databases;

    private string Data => Path.Combine(_folder, "data");

    /// <summary>PostgreSQL does not run as root.</summary>
    private static bool IsRoot => Environment.UserName == "root";

    public async ValueTask InitializeAsync()
    {
        _programs = FindPrograms();
        if (_programs is null)
        {
            return;
        }

        if (!OperatingSystem.IsWindows() && IsRoot)
        {
            File.SetUnixFileMode(_folder, (UnixFileMode)0b111_111_111);
        }

        await RunAsync("initdb", "--pgdata", Data, "--username", "postgres", "--auth", "trust", "--encoding", "UTF8", "--no-locale", "--no-sync");
        for (var attempt = 1; ; attempt++)
        {
            _port = FreePorts.Take();
            try
            {
                await StartAsync();
                return;
            }
            catch (InvalidOperationException) when (attempt < Attempts)
            {
                // Another program has taken the port meanwhile.
            }
        }
    }

    /// <summary>Makes an empty database.</summary>
    /// <returns>Its connection string for Npgsql.</returns>
    public async Task<string> NewDatabaseAsync()
    {
        if (_programs is null)
        {
            const string Reason = "There is no PostgreSQL here: neither initdb on the PATH nor /usr/lib/postgresql/*/bin/initdb.";
            Assert.SkipWhen(Environment.GetEnvironmentVariable("CI") is null or "", Reason);
            Assert.Fail(Reason);
        }

        var name = $"test{Interlocked.Increment(ref _databases)}";
        await using var source = NpgsqlDataSource.Create(ConnectionTo("postgres"));
        await using var create = source.CreateCommand($"CREATE DATABASE {name}");
        await create.ExecuteNonQueryAsync();
        return ConnectionTo(name);
    }

    /// <summary>Cuts all connections, as a crash of the database does, and starts it again on the same port.</summary>
    public async Task RestartAsync()
    {
        await StopAsync();
        await StartAsync();
    }

    /// <summary>Ends it as a crash does; what was committed is on disk.</summary>
    public Task StopAsync() => RunAsync("pg_ctl", "stop", "--wait", "--mode", "immediate", "--pgdata", Data);

    public Task StartAsync() => RunAsync(
        "pg_ctl",
        "start",
        "--wait",
        "--pgdata",
        Data,
        "--log",
        Path.Combine(_folder, "log"),
        "--options",
        $"-c listen_addresses=127.0.0.1 -c port={_port} -c unix_socket_directories= -c max_connections=200 -c fsync=on");

    public async ValueTask DisposeAsync()
    {
        if (File.Exists(Path.Combine(Data, "postmaster.pid")))
        {
            await StopAsync();
        }

        Directory.Delete(_folder, recursive: true);
    }

    private static string? FindPrograms()
    {
        var path = Environment.GetEnvironmentVariable("PATH") ?? "";
        var debian = Directory.Exists("/usr/lib/postgresql") ? Directory.GetDirectories("/usr/lib/postgresql").OrderByDescending(static folder => folder).Select(static folder => Path.Combine(folder, "bin")) : [];
        return path.Split(Path.PathSeparator).Concat(debian).FirstOrDefault(static folder => File.Exists(Path.Combine(folder, "initdb")) && File.Exists(Path.Combine(folder, "pg_ctl")));
    }

    private string ConnectionTo(string database) => $"Host=127.0.0.1;Port={_port};Username=postgres;Database={database}";

    private async Task RunAsync(string program, params string[] arguments)
    {
        var path = Path.Combine(_programs!, program);
        var command = new ProcessStartInfo(IsRoot ? "runuser" : path, IsRoot ? ["-u", "postgres", "--", path, .. arguments] : arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = _folder,
        };
        using var run = Process.Start(command)!;
        var output = run.StandardOutput.ReadToEndAsync();
        var errors = await run.StandardError.ReadToEndAsync();
        await run.WaitForExitAsync();
        if (run.ExitCode != 0)
        {
            throw new InvalidOperationException($"{program} failed: {errors}{await output}");
        }
    }
}
