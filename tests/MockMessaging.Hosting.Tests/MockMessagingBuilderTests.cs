using System.Text.Json.Nodes;
using DotNet.Testcontainers.Configurations;
using Microsoft.Extensions.Logging.Abstractions;
using MockMessaging.Client;
using MockMessaging.Contract;
using MockMessaging.Fidelity;
using MockMessaging.Testcontainers;
using Xunit;

namespace MockMessaging.Hosting.Tests;

public sealed class MockMessagingBuilderTests
{
    private const string Image = "ghcr.io/my-org/mock-messaging:latest";

    [Fact(Timeout = Limits.Test)]
    public async Task Container_has_the_image_a_free_port_and_no_file_by_default()
    {
        var (created, _) = await CreateAsync(builder => builder);

        Assert.Equal(Image, (string?)created["Image"]);
        Assert.Equal([":memory:"], SettingsOf(created, "Storage__Path"));
        Assert.NotNull(created["ExposedPorts"]?["8080/tcp"]);
        var port = (string?)created["HostConfig"]?["PortBindings"]?["8080/tcp"]?[0]?["HostPort"];
        Assert.True(port is null or "" or "0", $"The port is {port}.");
    }

    [Fact(Timeout = Limits.Test)]
    public async Task Settings_become_environment_variables()
    {
        var (created, _) = await CreateAsync(builder => builder
            .WithFidelity(FidelityMode.Production).WithSetting("Limits:PushesKept", "100").WithSetting("Auth__Keys__0", "my-key"));

        Assert.Equal(["Production"], SettingsOf(created, "Fidelity"));
        Assert.Equal(["100"], SettingsOf(created, "Limits__PushesKept"));
        Assert.Equal(["my-key"], SettingsOf(created, "Auth__Keys__0"));
    }

    [Fact(Timeout = Limits.Test)]
    public async Task Volume_keeps_the_data_file()
    {
        var (created, _) = await CreateAsync(builder => builder.WithDataVolume("messages"));

        var mount = Assert.Single(created["HostConfig"]!["Mounts"]!.AsArray())!;
        Assert.Equal(("volume", "messages", "/data"), ((string?)mount["Type"], (string?)mount["Source"], (string?)mount["Target"]));
        Assert.Equal(["/data/mock-messaging.db"], SettingsOf(created, "Storage__Path"));
    }

    [Fact(Timeout = Limits.Test)]
    public async Task Memory_replaces_the_volume_data_file() =>
        Assert.Equal([":memory:"], SettingsOf((await CreateAsync(builder => builder.WithDataVolume("messages").WithMemoryStorage())).Created, "Storage__Path"));

    [Fact(Timeout = Limits.Test)]
    public async Task Scenario_files_and_folders_are_copied_readable_by_every_user()
    {
        using var files = new ScenarioFolder("shop.yaml", "bank.yaml");

        var (created, copied) = await CreateAsync(builder => builder.WithScenario(files.PathOf("shop.yaml")).WithScenario(files.Path));

        Assert.Equal(["/scenarios"], SettingsOf(created, "Scenarios__Path"));
        Assert.True(copied.Keys.ToHashSet().IsSupersetOf(["/scenarios/bank.yaml", "/scenarios/shop.yaml"]), string.Join(' ', copied.Keys));
        Assert.All(copied, file => Assert.True(file.Value.HasFlag(UnixFileMode.OtherRead), $"{file.Key} has {file.Value}."));
    }

    [Fact]
    public void Scenario_that_does_not_exist_is_refused() =>
        Assert.Contains("no-such.yaml", Assert.Throws<FileNotFoundException>(() => new MockMessagingBuilder(Image).WithScenario("no-such.yaml")).Message, StringComparison.Ordinal);

    [Fact(Timeout = Limits.Test)]
    public async Task Started_container_is_ready_and_its_workspaces_send_the_control_token()
    {
        await using var server = await MockMessagingServer.StartAsync(options => options.Settings["Control:Token"] = "my-token", TestContext.Current.CancellationToken);
        await using var engine = await EngineStub.StartAsync(server.BaseAddress.Port, TestContext.Current.CancellationToken);
        await using var container = Against(engine).WithControlToken("my-token").Build();

        await container.StartAsync(TestContext.Current.CancellationToken);

        Assert.Equal(new Uri($"http://127.0.0.1:{server.BaseAddress.Port}"), container.GetBaseAddress());
        Assert.Equal(["my-token"], SettingsOf(engine.Created!, "Control__Token"));
        var workspace = container.CreateWorkspace();
        await workspace.Clock.FreezeAsync(cancellationToken: TestContext.Current.CancellationToken);
        await SendAsync(workspace);
        Assert.NotEqual(workspace.Key, container.CreateWorkspace().Key);
        Assert.Equal("my-key", container.CreateWorkspace("my-key").Key);
    }

    [Fact(Timeout = Limits.Test)]
    public async Task Start_waits_until_the_server_is_ready()
    {
        await using var engine = await EngineStub.StartAsync(mappedPort: null, TestContext.Current.CancellationToken);
        await using var container = Against(engine).Build();

        await container.StartAsync(TestContext.Current.CancellationToken);

        string[] wanted = ["POST /containers/ID/start", "GET /healthz/ready"];
        Assert.Equal([.. wanted, "GET /healthz/ready"], engine.Requests.Where(wanted.Contains));
    }

    [Fact]
    public void Host_address_has_the_name_that_Testcontainers_gives_this_machine() =>
        Assert.Equal("http://host.testcontainers.internal:9099/webhook", MockMessagingContainer.GetHostAddress(9099, "/webhook").ToString());

    [Fact(Timeout = Limits.Test)]
    public async Task Image_starts_in_a_container_engine()
    {
        var image = Environment.GetEnvironmentVariable("MOCK_MESSAGING_IMAGE");
        Assert.SkipWhen(image is null || TestcontainersSettings.OS.DockerEndpointAuthConfig is null, "no container engine, or MOCK_MESSAGING_IMAGE does not name an image");
        await using var container = new MockMessagingBuilder(image!).Build();

        await container.StartAsync(TestContext.Current.CancellationToken);

        await SendAsync(container.CreateWorkspace());
    }

    private static async Task SendAsync(SandboxWorkspace workspace)
    {
        var sent = await workspace.Messages.SendAsync(
            new OutBoundMsg { ChannelId = "wa360:918828218374", To = new() { Phone = "+91 99887 76655" }, Type = "text", Text = new() { Body = "Hello" } },
            TestContext.Current.CancellationToken);
        Assert.NotNull(sent.Id);
    }

    // The wait strategy needs a server that is ready, so every container gets one.
    private static async Task<(JsonNode Created, IReadOnlyDictionary<string, UnixFileMode> Copied)> CreateAsync(Func<MockMessagingBuilder, MockMessagingBuilder> change)
    {
        await using var server = await MockMessagingServer.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        await using var engine = await EngineStub.StartAsync(server.BaseAddress.Port, TestContext.Current.CancellationToken);
        await using var container = change(Against(engine)).Build();
        await container.StartAsync(TestContext.Current.CancellationToken);
        return (engine.Created!, engine.Copied);
    }

    // Without the clean-up, which would start a container of its own.
    private static MockMessagingBuilder Against(EngineStub engine) =>
        new MockMessagingBuilder(Image).WithDockerEndpoint(engine.Endpoint).WithCleanUp(false).WithLogger(NullLogger.Instance);

    private static IEnumerable<string> SettingsOf(JsonNode created, string name) =>
        from variable in created["Env"]!.AsArray() let parts = ((string)variable!).Split('=', 2) where parts[0] == name select parts[1];
}
