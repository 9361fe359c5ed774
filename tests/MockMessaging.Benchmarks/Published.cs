using System.Diagnostics;
using System.Runtime.InteropServices;

namespace MockMessaging.Benchmarks;

/// <summary>Sandbox and floor, both published as the Dockerfile publishes, since start and first minute depend on it; and a folder for what they write.</summary>
internal sealed class Published : IDisposable
{
    private readonly DirectoryInfo _scratch = Directory.CreateTempSubdirectory("mock-messaging-benchmarks-");
    private readonly string _folder;
    private int _files;

    private Published(string? folder)
    {
        _folder = folder is null ? _scratch.FullName : Path.GetFullPath(folder);
        Cleanup.Owe(this);
    }

    private string Floor => Path.Combine(_folder, "floor", "MockMessaging.Floor.dll");

    private string Sandbox => Path.Combine(_folder, "sandbox", "MockMessaging.dll");

    private string Replica => Path.Combine(_folder, "cluster", "MockMessaging.Cluster.dll");

    /// <param name="folder">Where what an earlier run published is used; none publishes anew and throws away.</param>
    public static Published Build(string? folder)
    {
        var published = new Published(folder);
        try
        {
            published.Publish("src/MockMessaging", published.Sandbox);
            published.Publish("tests/MockMessaging.Floor", published.Floor);
            return published;
        }
        catch
        {
            published.Dispose();
            throw;
        }
    }

    public Server StartFloor() => Server.Start(_scratch.FullName, Floor, null);

    public Server StartInMemory(params IEnumerable<string> settings) => Server.Start(_scratch.FullName, Sandbox, null, ["--Storage:Path=:memory:", .. settings]);

    public Server StartOnFile(params IEnumerable<string> settings) => StartOn(Path.Combine(_scratch.FullName, $"{++_files}.db"), settings);

    /// <summary>On a data file that an earlier server may have left.</summary>
    public Server StartOn(string file, params IEnumerable<string> settings) => Server.Start(_scratch.FullName, Sandbox, file, [$"--Storage:Path={file}", .. settings]);

    /// <summary>A replica of the clustered edition, published when the first one is asked for.</summary>
    public Server StartReplica(string database, params IEnumerable<string> settings)
    {
        Publish("src/MockMessaging.Cluster", Replica);
        return Server.Start(
            _scratch.FullName,
            Replica,
            null,
            [$"--Cluster:Database={database}", "--Cluster:Host=127.0.0.1", $"--Cluster:InnerPort={Server.FreeAddress().Port}", $"--Cluster:SiloPort={Server.FreeAddress().Port}", .. settings]);
    }

    public void Dispose()
    {
        if (Cleanup.Settle(this))
        {
            _scratch.Delete(recursive: true);
        }
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "MockMessaging.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("Run the benchmarks from within the repository: they publish the sources they find there.");
        }

        return folder.FullName;
    }

    private void Publish(string project, string assembly)
    {
        if (File.Exists(assembly))
        {
            return;
        }

        Console.Error.WriteLine($"publishing {project}");

        // Artifacts of its own, so that a runtime-specific restore does not disturb the working tree's.
        using var publish = Process.Start(new ProcessStartInfo("dotnet",
        [
            "publish", Path.Combine(Root(), project), "-c", "Release", "-r", RuntimeInformation.RuntimeIdentifier, "--self-contained", "false", "-p:PublishReadyToRun=true",
            "--artifacts-path", Path.Combine(_scratch.FullName, "artifacts"), "-o", Path.GetDirectoryName(assembly)!, "-v", "quiet", "--nologo",
        ]))!;
        publish.WaitForExit();
        if (publish.ExitCode != 0)
        {
            throw new InvalidOperationException($"dotnet publish of {project} failed; its messages are above.");
        }
    }
}
