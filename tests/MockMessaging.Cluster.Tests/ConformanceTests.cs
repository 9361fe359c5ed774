using System.Diagnostics;
using MockMessaging.Cluster.Tests.Processes;
using MockMessaging.Tests;
using Xunit;

namespace MockMessaging.Cluster.Tests;

/// <summary>
/// The tests of the single server, through the load balancer of three replicas. They run for minutes, so only where MOCKMESSAGING_CLUSTER_CONFORMANCE is set: those of
/// the vendor's behaviour, or, if it is <c>all</c>, all that can.
/// </summary>
public sealed class ConformanceTests(ClusterFixture fixture, ITestOutputHelper output) : ClusterTest(fixture, output)
{
    private const string Switch = "MOCKMESSAGING_CLUSTER_CONFORMANCE";

    private const string VendorsBehaviour = "Behaviour";

    /// <summary>Folders of tests that use a server by its address alone. The others test code, files, settings or processes.</summary>
    private static readonly string[] All = [VendorsBehaviour, "Client", "Control", "Fidelity", "ScenarioFiles", "Scenarios"];

    private static readonly string Tests = Path.GetFullPath(Path.Combine(
        AppContext.BaseDirectory.Replace("MockMessaging.Cluster.Tests", "MockMessaging.Tests", StringComparison.Ordinal), "MockMessaging.Tests.dll"));

    [Fact]
    public async Task Three_replicas_behave_as_one_server()
    {
        var wanted = Environment.GetEnvironmentVariable(Switch);
        Assert.SkipWhen(string.IsNullOrEmpty(wanted), $"Runs where {Switch} is set.");
        Assert.True(File.Exists(Tests), $"Build the solution first: there is no {Tests}.");
        await using var cluster = await SandboxCluster.StartAsync(await Postgres.NewDatabaseAsync());
        var start = new ProcessStartInfo("dotnet", [Tests, .. (wanted == "all" ? All : [VendorsBehaviour]).SelectMany(folder => (string[])["--filter-namespace", $"MockMessaging.Tests.{folder}*"])])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["MOCKMESSAGING_TEST_ADDRESS"] = cluster.Address.ToString();
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";

        using var run = Process.Start(start)!;
        var errors = run.StandardError.ReadToEndAsync(TestWorkspace.Cancelled);
        var said = await run.StandardOutput.ReadToEndAsync(TestWorkspace.Cancelled);
        await run.WaitForExitAsync(TestWorkspace.Cancelled);

        Output.WriteLine(said);
        Assert.True(run.ExitCode == 0, $"{said}\n{await errors}\n{cluster.Output}");
    }
}
