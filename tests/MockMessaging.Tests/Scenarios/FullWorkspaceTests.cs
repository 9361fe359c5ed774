using System.Net;
using System.Text.Json.Nodes;
using Xunit;

namespace MockMessaging.Tests.Scenarios;

/// <summary>What happens to messages and contacts that a workspace has no room for.</summary>
public sealed class FullWorkspaceTests : SmallServer
{
    [Fact]
    public async Task Message_more_than_the_limit_is_refused_until_the_workspace_is_emptied()
    {
        var (workspace, other) = (await OpenAsync("alpha"), await OpenAsync("beta"));
        await FillAsync(workspace);

        var refused = await workspace.PostAsync("/api/v1/message/send", TestWorkspace.Text());
        var written = await workspace.PostAsync("/_sandbox/inbound", new JsonObject { ["from"] = new JsonObject { ["phone"] = TestWorkspace.Phone } });

        Refuses(refused.Is(HttpStatusCode.ServiceUnavailable).Error["description"], "Limits:MaxMessages", "DELETE /_sandbox/workspace");
        Assert.Equal("SERVICE_UNAVAILABLE", (string?)refused.Body!["statusKey"]);
        Refuses(written.Is(HttpStatusCode.ServiceUnavailable).Body!["detail"], "Limits:MaxMessages", "DELETE /_sandbox/workspace");
        Assert.Equal(Messages, (int)(await workspace.LookAsync())["messages"]!);
        await other.SendTextAsync();
        await workspace.ResetAsync();
        await FillAsync(workspace);
    }

    [Fact]
    public async Task Message_that_comes_twice_counts_twice()
    {
        var workspace = await OpenAsync("alpha");
        await FillAsync(workspace, upTo: Messages - 1);

        var refused = await workspace.PostAsync("/_sandbox/inbound", JsonNode.Parse("""{"again":true}""")!);

        Refuses(refused.Is(HttpStatusCode.ServiceUnavailable).Body!["detail"], "Limits:MaxMessages");
        Assert.Equal(Messages - 1, (int)(await workspace.LookAsync())["messages"]!);
    }

    [Fact]
    public async Task Contact_more_than_the_limit_is_refused_and_known_ones_are_served()
    {
        var workspace = await OpenAsync("alpha");
        for (var person = 1; person <= Contacts; person++)
        {
            await workspace.SendTextAsync($"+91 90000 1000{person}");
        }

        var refused = await workspace.PostAsync("/api/v1/message/send", TestWorkspace.Text("+91 90000 20000"));
        var traffic = await workspace.PostAsync("/_sandbox/traffic", new JsonObject { ["contacts"] = 1 });

        Refuses(refused.Is(HttpStatusCode.ServiceUnavailable).Error["description"], "Limits:MaxContacts", "DELETE /_sandbox/workspace");
        Refuses(traffic.Is(HttpStatusCode.ServiceUnavailable).Body!["detail"], "Limits:MaxContacts");
        Assert.Equal((Contacts, Contacts), Held(await workspace.LookAsync()));
        await workspace.SendTextAsync("+91 90000 10001");

        static (int Contacts, int Messages) Held(JsonNode workspace) => ((int)workspace["contacts"]!, (int)workspace["messages"]!);
    }

    [Fact]
    public async Task Customer_who_would_answer_into_a_full_workspace_is_left_out_and_that_is_told()
    {
        var workspace = await OpenAsync("alpha");
        var id = await workspace.SendTextAsync("+91 90000 00006");
        await FillAsync(workspace, held: 1);

        await workspace.AdvanceAsync();

        var message = (await workspace.GetAsync($"/_sandbox/messages/{id}")).Ok().Body!;
        Assert.Equal("READ", (string?)message["status"]);
        Refuses(Assert.Single(message["logs"]!.AsArray()), "The customer's answer was left out", "Limits:MaxMessages");
        Refuses((await LeftOutAsync(workspace))["reason"], "Limits:MaxMessages");
    }

    [Fact]
    public async Task Traffic_ends_when_the_workspace_is_full_and_that_is_told()
    {
        var workspace = await OpenAsync("alpha");
        (await workspace.PostAsync("/_sandbox/traffic", new JsonObject { ["contacts"] = 1 })).Ok();

        await workspace.AdvanceAsync("PT10M");

        Assert.Equal(Messages, (int)(await workspace.LookAsync())["messages"]!);
        Assert.Empty((await workspace.GetAsync("/_sandbox/traffic")).Ok().Body!["traffic"]!.AsArray());
        Assert.Equal(0, (int)(await workspace.GetAsync("/_sandbox/clock")).Ok().Body!["pendingTimers"]!);
        Refuses((await LeftOutAsync(workspace))["reason"], "Limits:MaxMessages");
    }

    [Fact]
    public async Task Archive_that_holds_more_than_the_limits_changes_nothing()
    {
        await using var roomy = await MockServer.StartAsync(cancellationToken: TestWorkspace.Cancelled);
        var source = new TestWorkspace(roomy.BaseAddress, "source");
        await source.FreezeAsync();
        await FillAsync(source, upTo: Messages + 1);
        var archive = (await source.GetAsync("/_sandbox/export")).Ok().Body!;
        var workspace = await OpenAsync("alpha");
        var id = await workspace.SendTextAsync();

        var refused = await workspace.PostAsync("/_sandbox/import", archive);

        Refuses(refused.Is(HttpStatusCode.ServiceUnavailable).Body!["detail"], "Limits:MaxMessages");
        (await workspace.GetAsync($"/_sandbox/messages/{id}")).Ok();
    }

    [Fact]
    public async Task Workspace_shows_what_it_holds_beside_its_limits()
    {
        var workspace = await OpenAsync("alpha");
        await workspace.SendTextAsync();

        var limits = (await workspace.LookAsync())["limits"]!.AsArray();

        Assert.Contains(limits, limit => limit!.ToJsonString() == $$"""{"what":"messages","held":1,"most":{{Messages}},"setting":"Limits:MaxMessages"}""");
        Assert.Contains(limits, limit => limit!.ToJsonString() == $$"""{"what":"contacts","held":1,"most":{{Contacts}},"setting":"Limits:MaxContacts"}""");
    }

    /// <summary>What the live stream says about a message that was left out.</summary>
    private async Task<JsonNode> LeftOutAsync(TestWorkspace workspace)
    {
        using var client = new HttpClient { BaseAddress = Server.BaseAddress };
        client.DefaultRequestHeaders.Add("x-api-key", workspace.Key);
        using var reader = new StreamReader(await client.GetStreamAsync("/_sandbox/events?after=0", TestWorkspace.Cancelled));
        while (await reader.ReadLineAsync(TestWorkspace.Cancelled) is { } line)
        {
            if (line.StartsWith("data: ", StringComparison.Ordinal) && JsonNode.Parse(line[6..])! is var told && (string?)told["kind"] == "leftout")
            {
                return told;
            }
        }

        throw new EndOfStreamException();
    }
}
