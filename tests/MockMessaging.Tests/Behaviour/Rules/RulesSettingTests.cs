using System.Net;
using Xunit;

namespace MockMessaging.Tests.Behaviour;

/// <summary>The setting of provider rules: for the server, for one workspace, and after restart, export and import.</summary>
public sealed class RulesSettingTests(MockServer server)
{
    [Fact]
    public async Task Workspace_has_a_setting_of_its_own()
    {
        await using var own = await MockServer.StartAsync(("Rules", "Enforce"));
        var strict = new TestWorkspace(own.BaseAddress, "strict");
        var lenient = new TestWorkspace(own.BaseAddress, "lenient");
        await lenient.SetRulesAsync("off");

        Assert.Equal(("enforce", "off"), ((string?)(await strict.LookAsync())["rules"], (string?)(await lenient.LookAsync())["rules"]));
        Assert.Equal(("enforce", "off"), (await strict.ModeAsync(), await lenient.ModeAsync()));
        await lenient.ResetAsync();
        Assert.Equal("enforce", (string?)(await lenient.LookAsync())["rules"]);
    }

    [Fact]
    public async Task Default_is_to_warn() => Assert.Equal("warn", await (await server.NewWorkspaceAsync()).ModeAsync());

    [Fact]
    public async Task Unknown_word_is_refused_with_the_nearest()
    {
        var workspace = await server.NewWorkspaceAsync();

        var refused = (await workspace.CallAsync(HttpMethod.Patch, "/_sandbox/workspace", """{"rules":"enforced"}""")).Is(HttpStatusCode.BadRequest);

        Assert.Equal("rules", (string?)refused.Body!["field"]);
        Assert.Contains("possible values: off, warn, enforce (did you mean 'enforce'?)", (string?)refused.Body["detail"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Restart_keeps_setting_and_optout()
    {
        var folder = Directory.CreateTempSubdirectory("mock-messaging-").FullName;
        try
        {
            var path = ("Storage:Path", Path.Combine(folder, "data.db"));
            await using (var first = await MockServer.StartAsync(path))
            {
                var before = new TestWorkspace(first.BaseAddress, "mine");
                await before.FreezeAsync();
                await before.SetRulesAsync("enforce");
                await before.SendAsync(RuleBreakers.Consent("optout", TestWorkspace.WhatsApp));
            }

            await using var second = await MockServer.StartAsync(path);
            var workspace = new TestWorkspace(second.BaseAddress, "mine");
            Assert.Equal("enforce", (string?)(await workspace.LookAsync())["rules"]);
            var id = await workspace.SendTextAsync();
            await workspace.AdvanceAsync();
            Assert.Equal("FAILD", (string?)(await workspace.MessageAsync(id))["status"]);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public async Task Export_and_import_keep_setting_and_failed_message()
    {
        var workspace = await server.PreparedAsync("", "enforce");
        var id = await workspace.SendTextAsync(body: RuleBreakers.Long(4_097));
        var archive = (await workspace.GetAsync("/_sandbox/export")).Ok().Body!;
        var other = await server.NewWorkspaceAsync();

        (await other.PostAsync("/_sandbox/import", archive)).Ok();
        await other.AdvanceAsync();

        Assert.Equal("enforce", (string?)(await other.LookAsync())["rules"]);
        Assert.Equal("FAILD", (string?)(await other.MessageAsync(id))["status"]);
    }
}
