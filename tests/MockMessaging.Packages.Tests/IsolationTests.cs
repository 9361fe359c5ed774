using System.Runtime.Loader;
using Xunit;

namespace MockMessaging.Packages.Tests;

/// <summary>Nothing of the server reaches the process that hosts it.</summary>
public sealed class IsolationTests
{
    private static readonly string[] Shared = ["System", "Microsoft.AspNetCore", "Microsoft.Extensions", "Microsoft.Net.Http", "Microsoft.JSInterop", "netstandard", "mscorlib"];

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Libraries_of_the_loadedare_not_those_of_the_process()
    {
        await using var server = await MockMessagingServer.StartAsync(cancellationToken: Cancelled);
        await server.Workspace.HttpClient.GetStringAsync("/swagger/messaging/openapi.json", Cancelled);

        var own = AssemblyLoadContext.Default.Assemblies.Select(assembly => assembly.GetName().Name!).ToList();
        var loaded = AssemblyLoadContext.All.Single(context => context.Name == "MockMessaging").Assemblies.Select(assembly => assembly.GetName().Name!).ToList();

        Assert.Contains("LiteDB", loaded);
        Assert.Contains("Microsoft.OpenApi", loaded);
        Assert.Equal(["MockMessaging.Client"], own.Intersect(loaded));
    }

    [Theory]
    [InlineData(typeof(Client.SandboxWorkspace))]
    [InlineData(typeof(MockMessagingServer))]
    public void Package_needs_only_the_framework(Type packaged) =>
        Assert.DoesNotContain(
            packaged.Assembly.GetReferencedAssemblies().Select(reference => reference.Name!),
            name => name != "MockMessaging.Client" && !Shared.Any(beginning => name.StartsWith(beginning, StringComparison.Ordinal)));

    [Fact]
    public async Task Servers_start_in_parallel()
    {
        var servers = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => MockMessagingServer.StartAsync(cancellationToken: Cancelled)));

        Assert.Equal(5, servers.Select(server => server.BaseAddress.Port).Distinct().Count());
        Assert.Single(AssemblyLoadContext.All, context => context.Name == "MockMessaging");
        foreach (var server in servers)
        {
            await server.DisposeAsync();
        }
    }
}
