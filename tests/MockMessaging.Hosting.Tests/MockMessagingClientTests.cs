using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using MockMessaging.Client;
using Xunit;

namespace MockMessaging.Hosting.Tests;

public sealed class MockMessagingClientTests
{
    [Fact]
    public void Workspace_comes_from_the_connection_string()
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Configuration["ConnectionStrings:messaging"] = "Endpoint=http://localhost:9080;Key=my-key";
        builder.AddMockMessagingClient("messaging");
        builder.AddKeyedMockMessagingClient("messaging");
        using var host = builder.Build();

        foreach (var workspace in (SandboxWorkspace[])[host.Services.GetRequiredService<SandboxWorkspace>(), host.Services.GetRequiredKeyedService<SandboxWorkspace>("messaging")])
        {
            Assert.Equal(new Uri("http://localhost:9080"), workspace.BaseAddress);
            Assert.Equal("my-key", workspace.Key);
        }
    }

    [Fact]
    public void Missing_connection_string_is_named()
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.AddMockMessagingClient("messaging");
        using var host = builder.Build();

        var refused = Assert.Throws<InvalidOperationException>(host.Services.GetRequiredService<SandboxWorkspace>);
        Assert.Contains("ConnectionStrings:messaging", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("http://localhost:9080")]
    [InlineData("Endpoint=http://localhost:9080")]
    [InlineData("Key=my-key")]
    [InlineData("Endpoint=localhost;Key=my-key")]
    public void Incomplete_connection_string_is_refused(string connection) =>
        Assert.Throws<ArgumentException>(() => SandboxWorkspace.FromConnectionString(connection));

    [Fact(Timeout = Limits.Test)]
    public async Task Connection_string_can_have_a_control_token()
    {
        await using var server = await MockMessagingServer.StartAsync(options => options.Settings["Control:Token"] = "my-token", TestContext.Current.CancellationToken);

        var workspace = SandboxWorkspace.FromConnectionString($"endpoint={server.BaseAddress};key=\"my;key\";controlToken=my-token");

        Assert.Equal("my;key", workspace.Key);
        await workspace.Clock.FreezeAsync(cancellationToken: TestContext.Current.CancellationToken);
        await Assert.ThrowsAsync<SandboxException>(() => SandboxWorkspace.FromConnectionString($"Endpoint={server.BaseAddress};Key=other").Clock.FreezeAsync(cancellationToken: TestContext.Current.CancellationToken));
    }
}
