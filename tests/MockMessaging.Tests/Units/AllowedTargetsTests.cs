using System.Net;
using MockMessaging.Webhooks;
using Xunit;

namespace MockMessaging.Tests.Units;

public sealed class AllowedTargetsTests
{
    [Theory]
    [InlineData("", "any.example", "10.1.2.3", true)]
    [InlineData("*", "any.example", "10.1.2.3", true)]
    [InlineData("hook.example", "HOOK.example", "10.1.2.3", true)]
    [InlineData("hook.example", "hook.example.", "10.1.2.3", true)]
    [InlineData("hook.example", "other.example", "10.1.2.3", false)]
    [InlineData("hook.example", "hook.example.evil.test", "10.1.2.3", false)]
    [InlineData("*.hook.example", "a.b.hook.example", "10.1.2.3", true)]
    [InlineData("*.hook.example", "hook.example", "10.1.2.3", false)]
    [InlineData("*.hook.example", "evilhook.example", "10.1.2.3", false)]
    [InlineData("10.1.2.3", "any.example", "10.1.2.3", true)]
    [InlineData("10.1.2.3", "any.example", "10.1.2.4", false)]
    [InlineData("10.0.0.0/8", "any.example", "::ffff:10.1.2.3", true)]
    [InlineData("::ffff:10.1.2.3", "any.example", "10.1.2.3", true)]
    [InlineData("fd00::/8", "any.example", "fd12::1", true)]
    [InlineData("[::1]", "any.example", "::1", true)]
    [InlineData("!10.0.0.0/8", "any.example", "8.8.8.8", true)]
    [InlineData("!10.0.0.0/8", "any.example", "::ffff:10.1.2.3", false)]
    [InlineData("!10.0.0.0/8", "any.example", "64:ff9b::10.1.2.3", false)]
    [InlineData("!10.0.0.0/8 hook.example", "hook.example", "10.1.2.3", false)]
    [InlineData("!evil.example *", "evil.example", "8.8.8.8", false)]
    [InlineData("public 10.1.2.3", "any.example", "10.1.2.3", true)]
    [InlineData("!public", "any.example", "127.0.0.1", true)]
    [InlineData("!public", "any.example", "8.8.8.8", false)]
    public void Entries_allow_and_deny(string entries, string host, string address, bool allowed) =>
        Assert.Equal(allowed, new AllowedTargets(entries.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Allow(host, IPAddress.Parse(address)));

    [Theory]
    [InlineData("8.8.8.8", true)]
    [InlineData("2606:4700::1111", true)]
    [InlineData("64:ff9b::8.8.8.8", true)]
    [InlineData("0.0.0.0", false)]
    [InlineData("10.255.255.255", false)]
    [InlineData("100.64.0.1", false)]
    [InlineData("127.255.0.1", false)]
    [InlineData("169.254.169.254", false)]
    [InlineData("172.16.0.1", false)]
    [InlineData("172.32.0.1", true)]
    [InlineData("192.168.1.1", false)]
    [InlineData("224.0.0.1", false)]
    [InlineData("255.255.255.255", false)]
    [InlineData("::", false)]
    [InlineData("::1", false)]
    [InlineData("::10.0.0.1", false)]
    [InlineData("::ffff:169.254.169.254", false)]
    [InlineData("64:ff9b::169.254.169.254", false)]
    [InlineData("2002:a00:1::", false)]
    [InlineData("2001:0:a00:1::", false)]
    [InlineData("fc00::1", false)]
    [InlineData("fe80::1", false)]
    [InlineData("ff02::1", false)]
    public void Public_means_the_addresses_of_the_internet(string address, bool isPublic) =>
        Assert.Equal(isPublic, new AllowedTargets(["public"]).Allow("any.example", IPAddress.Parse(address)));

    [Theory]
    [InlineData("")]
    [InlineData("!")]
    [InlineData("10")]
    [InlineData("10.0.0.0/33")]
    [InlineData("10.0.0.0/")]
    [InlineData("http://hook.example")]
    [InlineData("hook.example:8080")]
    [InlineData("hook.example/x")]
    [InlineData("a*.example")]
    [InlineData("*.")]
    public async Task Entry_that_means_nothing_stops_the_start(string entry)
    {
        var refusal = await Assert.ThrowsAsync<Microsoft.Extensions.Options.OptionsValidationException>(() =>
            MockServer.StartAsync(options => options.Webhooks.AllowedTargets.Add(entry), TestWorkspace.Cancelled));

        var line = Assert.Single(refusal.Failures);
        Assert.StartsWith($"Webhooks:AllowedTargets: '{entry}' is no host", line, StringComparison.Ordinal);
    }
}
