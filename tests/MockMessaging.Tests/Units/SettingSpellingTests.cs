using Microsoft.Extensions.Configuration;
using MockMessaging.Http;
using Xunit;

namespace MockMessaging.Tests.Units;

/// <summary>Misspelt settings of environment and settings file, and addresses that the server cannot listen on.</summary>
public sealed class SettingSpellingTests
{
    [Theory]
    [InlineData("Delivery:ReadDelay", "Delivery:ReadDelay: there is no such setting; did you mean Delivery:ReadDelayMilliseconds?")]
    [InlineData("storage:pth", "storage:pth: there is no such setting; did you mean Storage:Path?")]
    [InlineData("Storage:Path:0", "Storage:Path:0: there is no such setting; did you mean Storage:Path?")]
    [InlineData("Auth:Keys", "Auth:Keys: this is a list; write Auth:Keys:0 for its first entry, Auth:Keys:1 for the next, or Auth__Keys__0 as a variable.")]
    [InlineData("Auth:Tenants:0:Nmae", "Auth:Tenants:0:Nmae: there is no such setting; an entry has Name, Active, MessagingApis, Keys.")]
    [InlineData("Auth:Tenants:0:Name", null)]
    [InlineData("Auth:Tenants:0:Keys:0", null)]
    [InlineData("Auth:Keys:0", null)]
    [InlineData("Storage:Path", null)]
    [InlineData("Fidelity", null)]
    [InlineData("Fidelity:Mode", "Fidelity:Mode: there is no such setting; did you mean Fidelity?")]
    [InlineData("Foreign:Thing", null)]
    [InlineData("Storage", null)]
    public void Unknown_name_in_a_section_of_ours_is_a_problem(string name, string? problem) =>
        Assert.Equal(problem is null ? [] : [problem], SettingSpelling.Problems(Of((name, "x")), []));

    [Theory]
    [InlineData("Storage_Path", "Storage_Path: there is no such setting; did you mean Storage__Path, with two underscores?", null)]
    [InlineData("Limits_MaxBodyBytes", "Limits_MaxBodyBytes: there is no such setting; did you mean Limits__MaxBodyBytes, with two underscores?", null)]
    [InlineData("STORAGE_PATH", null, "STORAGE_PATH has no effect; if it is meant for this server, write Storage__Path.")]
    [InlineData("STORAGE_PORT_8080_TCP", null, null)]
    [InlineData("PATH", null, null)]
    [InlineData("Fidelity", null, null)]
    [InlineData("FIDELITY", null, null)]
    [InlineData("Storage__Path", null, null)]
    public void Single_underscore_is_a_problem_where_nothing_else_can_be_meant(string variable, string? problem, string? doubt)
    {
        Assert.Equal(problem is null ? [] : [problem], SettingSpelling.Problems(Of(), [variable]));
        Assert.Equal(doubt is null ? [] : [doubt], SettingSpelling.Doubts(Of(), [variable]));
    }

    [Theory]
    [InlineData("Storge:Path", "Storge:Path has no effect; if it is meant for this server, write Storage:Path.")]
    [InlineData("Foreign:Path", null)]
    [InlineData("Storage:Path", null)]
    public void Misspelt_section_is_a_doubt(string name, string? doubt) =>
        Assert.Equal(doubt is null ? [] : [doubt], SettingSpelling.Doubts(Of((name, "x")), []));

    [Fact]
    public void Settings_file_is_spelt_right()
    {
        var file = new ConfigurationBuilder().AddJsonFile(Path.Combine(Conventions.SourceTree.Root, "src/MockMessaging/appsettings.json")).Build();

        Assert.Empty(SettingSpelling.Problems(file, []));
        Assert.Empty(SettingSpelling.Doubts(file, []));
    }

    [Theory]
    [InlineData("Fidelity", "Nonsense", "Fidelity: 'Nonsense' is not allowed; use Documented or Production.")]
    [InlineData("Fidelity", "3", "Fidelity: use Documented or Production.")]
    [InlineData("Storage:Durability", "Nonsense", "Storage:Durability: 'Nonsense' is not allowed; use Relaxed or Strict.")]
    [InlineData("Webhooks:Parallel", "many", "Webhooks:Parallel: 'many' is not allowed; use a whole number.")]
    [InlineData("Control:Enabled", "maybe", "Control:Enabled: 'maybe' is not allowed; use true or false.")]
    public async Task Wrong_value_is_reported_with_the_allowed_ones(string name, string value, string problem)
    {
        var refusal = await Assert.ThrowsAsync<Microsoft.Extensions.Options.OptionsValidationException>(() =>
            MockServer.StartAsync(options => options.Settings[name] = value, TestWorkspace.Cancelled));

        Assert.Equal([problem], refusal.Failures);
    }

    [Theory]
    [InlineData("localhost:8080", "urls: 'localhost:8080' has no scheme; write http://localhost:8080.")]
    [InlineData("http://localhost:8080/base", "has a path; give only scheme, host and port")]
    [InlineData("ftp://localhost:8080", "must begin with http:// or https://")]
    [InlineData("http://localhost:abc", "has an invalid host or port")]
    [InlineData("http://localhost:99999", "has an invalid host or port")]
    [InlineData("http://127.0.0.1:-1", "has an invalid host or port")]
    [InlineData("http://", "is not an address to listen on")]
    [InlineData("http://localhost:0", "write http://127.0.0.1:0.")]
    [InlineData("http://localhost:8080", null)]
    [InlineData("http://localhost:8080/", null)]
    [InlineData("http://*:8080;http://+:8081;https://[::]:8443;http://0.0.0.0:0;http://my-host", null)]
    [InlineData("http://unix:/tmp/some.sock", null)]
    public async Task Address_that_cannot_be_listened_at_is_named(string urls, string? problem)
    {
        var lines = ListenAddresses.Problems(Of(("urls", urls))).ToList();

        if (problem is null)
        {
            Assert.Empty(lines);
            return;
        }

        Assert.Contains(problem, Assert.Single(lines), StringComparison.Ordinal);
        var refusal = await Assert.ThrowsAsync<Microsoft.Extensions.Options.OptionsValidationException>(() =>
            MockServer.StartAsync(options => options.Url = urls, TestWorkspace.Cancelled));
        Assert.Equal(lines, refusal.Failures);
    }

    [Fact]
    public void Port_lists_are_checked_where_no_address_is_given()
    {
        Assert.Equal(["http_ports: 'abc' is not a port; give a number from 0 to 65535."], ListenAddresses.Problems(Of(("http_ports", "8080;abc"))));
        Assert.Empty(ListenAddresses.Problems(Of(("http_ports", "abc"), ("urls", "http://localhost:1"))));
    }

    [Theory]
    [InlineData("http://192.0.2.1:8099", "this machine does not have the address")]
    [InlineData("https://127.0.0.1:0", "https needs a certificate. Set Https:SelfSigned=true")]
    public async Task Address_that_turns_out_to_be_wrong_is_one_line(string url, string problem)
    {
        var refusal = await Assert.ThrowsAsync<IOException>(() => MockServer.StartAsync(options => options.Url = url, TestWorkspace.Cancelled));

        Assert.Contains($"The server cannot listen on {url}: {problem}", Assert.Single(StartProblems.Of(refusal)), StringComparison.Ordinal);
    }

    private static IConfiguration Of(params (string Name, string Value)[] settings) =>
        new ConfigurationBuilder().AddInMemoryCollection(settings.ToDictionary(setting => setting.Name, setting => (string?)setting.Value)).Build();
}
