using System.Diagnostics;
using System.Runtime.InteropServices;

namespace MockMessaging.Benchmarks;

/// <summary>Sandbox and floor app, both published as the Dockerfile publishes, since start and first minute depend on it.</summary>
internal sealed class Published : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("mock-messaging-benchmarks-");
    private int _files;

    private Published()
    {
    }

    private string Floor => Path.Combine(_folder.FullName, "floor", "MockMessaging.Benchmarks.dll");

    private string Sandbox => Path.Combine(_folder.FullName, "sandbox", "MockMessaging.dll");

    public static Published Build()
    {
        var published = new Published();
        var root = Root();
        published.Publish(Path.Combine(root, "src", "MockMessaging"), "sandbox");
        published.Publish(Path.Combine(root, "tests", "MockMessaging.Benchmarks"), "floor");
        return published;
    }

    public Server StartFloor() => Server.Start(_folder.FullName, Floor, "floor");

    public Server StartInMemory() => Server.Start(_folder.FullName, Sandbox, "--Storage:Path=:memory:");

    public Server StartOnFile() => Server.Start(_folder.FullName, Sandbox, $"--Storage:Path={Path.Combine(_folder.FullName, $"{++_files}.db")}");

    public void Dispose() => _folder.Delete(recursive: true);

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "MockMessaging.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("Run the benchmarks from within the repository: they publish the sources they find there.");
        }

        return folder.FullName;
    }

    private void Publish(string project, string name)
    {
        Console.WriteLine($"Publishing {name} ...");

        // Artifacts of its own, so that a runtime-specific restore does not disturb the working tree's.
        using var publish = Process.Start(new ProcessStartInfo("dotnet",
        [
            "publish", project, "-c", "Release", "-r", RuntimeInformation.RuntimeIdentifier, "--self-contained", "false", "-p:PublishReadyToRun=true",
            "--artifacts-path", Path.Combine(_folder.FullName, "artifacts"), "-o", Path.Combine(_folder.FullName, name), "-v", "quiet", "--nologo",
        ]))!;
        publish.WaitForExit();
        if (publish.ExitCode != 0)
        {
            throw new InvalidOperationException($"dotnet publish of {name} failed; its messages are above.");
        }
    }
}
