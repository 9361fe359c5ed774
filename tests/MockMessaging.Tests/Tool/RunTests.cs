using System.Text.Json.Nodes;
using MockMessaging.Tool;
using Xunit;

namespace MockMessaging.Tests.Tool;

public sealed class RunTests(MockServer server) : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("mock-messaging-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Scenario_is_applied()
    {
        var (code, results, _) = await RunAsync("name: late\ncustomers:\n- name: Asha Rao\n  phone: \"+919988776655\"\n  outcome: failed\n");

        Assert.Equal(ExitCode.Done, code);
        Assert.StartsWith("late: 1 customers", results, StringComparison.Ordinal);
        Assert.Contains("customer wa919988776655_918828218374", results, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Scenario_comes_from_standard_input_and_json_is_the_response_of_the_server()
    {
        var workspace = await server.NewWorkspaceAsync();

        var (code, results, _) = await ToolRun.RunAsync(["run", "-", "--json", "--server", workspace.Server.ToString(), "--key", workspace.Key!], "name: late\nvars: { shop: { value: Marigold } }");

        var applied = JsonNode.Parse(results)!;
        Assert.Equal((ExitCode.Done, "late", 1), (code, (string?)applied["name"], (int)applied["applied"]!["vars"]!));
    }

    [Fact]
    public async Task Problems_have_file_line_and_column()
    {
        var (code, _, error) = await RunAsync("customers:\n- phon: \"+919988776655\"\n");

        Assert.Equal(ExitCode.Refused, code);
        Assert.StartsWith($"{Path.Combine(_folder, "scenario.yaml")}:2:3: unknown property 'phon'", error, StringComparison.Ordinal);
    }

    private async Task<(int Code, string Out, string Error)> RunAsync(string yaml)
    {
        var file = Path.Combine(_folder, "scenario.yaml");
        await File.WriteAllTextAsync(file, yaml, TestWorkspace.Cancelled);
        return await ToolRun.RunAsync(await server.NewWorkspaceAsync(), "run", file);
    }
}
