using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using MockMessaging.Persistence;
using MockMessaging.Seeding;
using Xunit;

namespace MockMessaging.Tests.Scenarios;

/// <summary>Seeds stay within what every reader of JSON takes as it is.</summary>
public sealed class SeedsTests(MockServer server)
{
    [Theory]
    [InlineData(9_007_199_254_740_992)]
    [InlineData(-9_007_199_254_740_992)]
    [InlineData(long.MinValue)]
    public async Task Larger_one_is_refused_in_words(long seed)
    {
        var workspace = await server.NewWorkspaceAsync();

        var refused = (await workspace.CallAsync(HttpMethod.Patch, "/_sandbox/workspace", new JsonObject { ["seed"] = seed }.ToJsonString())).Is(HttpStatusCode.BadRequest);

        Assert.Contains("9007199254740991", refused.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(9_007_199_254_740_991)]
    [InlineData(-9_007_199_254_740_991)]
    public async Task Largest_one_is_taken_as_it_is(long seed)
    {
        var workspace = await server.NewWorkspaceAsync();

        (await workspace.CallAsync(HttpMethod.Patch, "/_sandbox/workspace", new JsonObject { ["seed"] = seed }.ToJsonString())).Ok();

        Assert.Equal(seed, (long)(await workspace.LookAsync())["seed"]!);
        Assert.Equal(seed, (long)(await workspace.GetAsync("/_sandbox/export")).Ok().Body!["seed"]!);
    }

    [Fact]
    public void One_that_an_earlier_version_stored_becomes_the_one_of_a_fresh_key()
    {
        var record = JsonSerializer.Deserialize($$"""{"key":"demo","generation":1,"seed":{{WorkspaceSeed.FromKey("demo")}}}""", StoredJson.Default.WorkspaceRecord)!;

        Assert.Equal(WorkspaceSeed.OfKey("demo"), record.Seed);
        Assert.InRange(record.Seed, 0, WorkspaceSeed.Largest);
    }

    [Fact]
    public async Task Setting_beyond_the_limit_stops_the_start()
    {
        var refused = await Assert.ThrowsAsync<Microsoft.Extensions.Options.OptionsValidationException>(() => MockServer.StartAsync(("Seeding:Seed", "9007199254740992"), ("Limits:IdleWorkspaces", "soon")));

        Assert.Contains("Seeding:Seed", refused.Message, StringComparison.Ordinal);
        Assert.Contains("Limits:IdleWorkspaces", refused.Message, StringComparison.Ordinal);
    }
}
