using System.Text.Json.Nodes;
using Microsoft.Extensions.Options;
using Xunit;

namespace MockMessaging.Tests.ScenarioFiles;

/// <summary>The setting Scenarios:Path.</summary>
public sealed class StartScenariosTests : IDisposable
{
    private const string Path = "Scenarios:Path";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("scenarios");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task New_workspaces_begin_with_the_scenarios_and_a_reset_brings_them_back()
    {
        Write("1.yaml", "clock: { mode: frozen, now: 2030-01-01T00:00:00Z }\nvars: { shop: { value: Marigold } }");
        Write("2.yml", "customers: [{ name: Asha, phone: +911234567890, writes: [{ says: Hello }] }]");
        Write("readme.txt", "no scenario");
        await using var server = await MockServer.StartAsync((Path, _folder.FullName));

        foreach (var key in new[] { "a", "b" })
        {
            var workspace = new TestWorkspace(server.BaseAddress, key);
            await CheckAsync(workspace);
            await workspace.ResetAsync();
            await CheckAsync(workspace);
            (await workspace.CallAsync(HttpMethod.Delete, "/_sandbox/workspaces/current", null)).Is(System.Net.HttpStatusCode.NoContent);
            await CheckAsync(workspace);
        }

        static async Task CheckAsync(TestWorkspace workspace)
        {
            Assert.Equal("Marigold", (string?)(await workspace.GetAsync("/_sandbox/vars/shop")).Ok().Body!["value"]);
            await workspace.AdvanceAsync("PT1S");
            var messages = (await workspace.GetAsync("/_sandbox/messages")).Ok().Body!["messages"]!.AsArray();
            Assert.Equal("Hello", (string?)Assert.Single(messages)!["text"]);
            Assert.StartsWith("2030-01-01T00:00:01", (string?)(await workspace.LookAsync())["clock"]!["now"], StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Workspaces_that_were_there_before_and_copies_and_imports_do_not_get_them()
    {
        Write("a.yaml", "vars: { shop: { value: Marigold } }");
        var file = ("Storage:Path", System.IO.Path.Combine(_folder.FullName, "data.db"));
        string archive;
        await using (var first = await MockServer.StartAsync(file))
        {
            var workspace = new TestWorkspace(first.BaseAddress, "old");
            await workspace.SendTextAsync();
            archive = (await workspace.GetAsync("/_sandbox/export")).Ok().Text;
        }

        await using var second = await MockServer.StartAsync(file, (Path, System.IO.Path.Combine(_folder.FullName, "a.yaml")));
        var old = new TestWorkspace(second.BaseAddress, "old");
        Assert.False(await HasShopAsync(old));
        Assert.True(await HasShopAsync(new TestWorkspace(second.BaseAddress, "new")));
        (await old.PostAsync("/_sandbox/workspaces", new JsonObject { ["key"] = "copy" })).Ok();
        Assert.False(await HasShopAsync(new TestWorkspace(second.BaseAddress, "copy")));
        var imported = new TestWorkspace(second.BaseAddress, "imported");
        (await imported.CallAsync(HttpMethod.Post, "/_sandbox/import", archive)).Ok();
        Assert.False(await HasShopAsync(imported));

        static async Task<bool> HasShopAsync(TestWorkspace workspace) => (await workspace.GetAsync("/_sandbox/vars/shop")).Status == System.Net.HttpStatusCode.OK;
    }

    [Fact]
    public async Task Server_does_not_start_with_a_wrong_scenario_and_says_everything_that_is_wrong()
    {
        Write("1.yaml", "clock: { mode: frozn }\ncustmers: []");
        Write("2.yaml", "vars: { shop: { value: 1 } }");
        Write("3.yaml", "outcomes: [{ outcome: faild }]");

        var failure = await Assert.ThrowsAsync<OptionsValidationException>(() => MockServer.StartAsync((Path, _folder.FullName)));

        Assert.Equal(
            ["1.yaml, line 1, column 16", "1.yaml, line 2, column 1", "3.yaml, line 1, column 23"],
            failure.Failures.Select(line => line[(line.LastIndexOf(System.IO.Path.DirectorySeparatorChar) + 1)..].Split(':')[0]));
        Assert.All(failure.Failures, line => Assert.StartsWith($"{Path}: {_folder.FullName}", line, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("")]
    [InlineData("missing")]
    public async Task Server_does_not_start_without_the_files(string name)
    {
        var failure = await Assert.ThrowsAsync<OptionsValidationException>(() => MockServer.StartAsync((Path, System.IO.Path.Combine(_folder.FullName, name))));

        Assert.StartsWith($"{Path}: the", Assert.Single(failure.Failures), StringComparison.Ordinal);
    }

    private void Write(string name, string text) => File.WriteAllText(System.IO.Path.Combine(_folder.FullName, name), text);
}
