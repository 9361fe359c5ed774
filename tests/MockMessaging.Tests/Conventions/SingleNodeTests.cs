using System.Text.Json.Nodes;
using MockMessaging.Tests.Crashes;
using Xunit;

namespace MockMessaging.Tests.Conventions;

/// <summary>A server on one machine needs nothing of the cluster: neither in its folder nor in memory.</summary>
public sealed class SingleNodeTests
{
    private static readonly string[] OfTheCluster = ["Orleans", "Yarp", "Npgsql"];

    /// <summary>The list of dependencies names every file that a publish writes and that the runtime may load.</summary>
    [Fact]
    public async Task Dependencies_of_the_server_are_without_those_of_the_cluster()
    {
        var list = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "MockMessaging.deps.json"), TestWorkspace.Cancelled))!;

        var libraries = list["libraries"]!.AsObject().Select(library => library.Key).ToList();

        Assert.Contains(libraries, library => library.StartsWith("LiteDB/", StringComparison.Ordinal));
        Assert.DoesNotContain(libraries, IsOfTheCluster);
    }

    [Fact]
    public async Task Running_server_has_loaded_none_of_them()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Reads /proc.");
        var folder = Directory.CreateTempSubdirectory("mock-messaging-");
        await using (var server = await RealServer.StartAsync(folder.FullName))
        {
            await new TestWorkspace(server.BaseAddress, "mine").SendTextAsync();

            Assert.Contains("LiteDB", server.Libraries, StringComparison.Ordinal);
            Assert.DoesNotContain(server.Libraries.Split('\n'), IsOfTheCluster);
        }

        folder.Delete(recursive: true);
    }

    private static bool IsOfTheCluster(string name) => OfTheCluster.Any(library => name.Contains(library, StringComparison.OrdinalIgnoreCase));
}
