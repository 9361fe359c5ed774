using System.Net;
using MockMessaging.Authentication;
using MockMessaging.Fidelity;
using Xunit;

namespace MockMessaging.Tests.Behaviour;

public sealed class TenantsTests : IAsyncLifetime
{
    private InProcessServer? _server;

    public async ValueTask InitializeAsync() => _server = await MockServer.StartAsync(
        options =>
        {
            options.Fidelity = FidelityMode.Production;
            options.Auth.Tenants.Add(new TenantOptions { Name = "acme", Keys = { "acme-key" } });
            options.Auth.Tenants.Add(new TenantOptions { Name = "globex", Keys = { "globex-key" } });
            options.Auth.Tenants.Add(new TenantOptions { Name = "asleep", Active = false });
            options.Auth.Tenants.Add(new TenantOptions { Name = "without", MessagingApis = false });
        },
        TestWorkspace.Cancelled);

    public ValueTask DisposeAsync() => _server!.DisposeAsync();

    [Theory]
    [InlineData("nobody", "acme-key", "Invalid Domain")]
    [InlineData("", "acme-key", "Invalid Domain")]
    [InlineData("asleep", "acme-key", "Domain is not active, please contact support")]
    [InlineData("without", "acme-key", "Messaging APIs not Active")]
    [InlineData("acme", null, "Missing x-api-key")]
    [InlineData("acme", "globex-key", "Invalid x-api-key")]
    [InlineData("acme", "my_bot", null)]
    [InlineData("acme", "61ec7d902ce85742b201c5a0", null)]
    [Shows("1.3", "1.4", "1.5")]
    public async Task First_thing_wrong_with_tenant_and_key_is_told(string tenant, string? key, string? text)
    {
        var refused = (await CallAsync(key, ("tnt", tenant))).Is(HttpStatusCode.Forbidden).Body!;

        Assert.Equal(("ACCESS_DENIED", text), ((string?)refused["statusKey"], (string?)refused["message"]));
        Assert.Equal(text is null ? 0 : 1, refused["errors"]!.AsArray().Count);
    }

    [Theory]
    [InlineData("tnt", "acme")]
    [InlineData("Host", "acme.api.example")]
    [Shows("1.3")]
    public async Task Tenant_is_named_by_header_or_sub_domain(string header, string value) => (await CallAsync("acme-key", (header, value))).Ok();

    [Fact]
    [Shows("1.3")]
    public async Task Tenant_is_named_by_a_parameter() => (await new TestWorkspace(_server!.BaseAddress, "acme-key").RawAsync("/api/v1/config/channels?tnt=acme", null)).Ok();

    private Task<Answer> CallAsync(string? key, (string Name, string Value) header) =>
        new TestWorkspace(_server!.BaseAddress, key).RawAsync("/api/v1/config/channels", null, header);
}
