using System.Net;
using System.Text.Json.Nodes;
using Xunit;

namespace MockMessaging.Tests.Control;

public sealed class ConversationsTests(MockServer server)
{
    private const string First = "+91 98765 43210";
    private const string FirstId = "wa919876543210_918828218374";
    private const string Second = "+91 98765 43211";
    private const string SecondId = "wa919876543211_918828218374";
    private const string Third = "+91 98765 43212";
    private const string ThirdId = "wa919876543212_918828218374";

    [Fact]
    public async Task Conversation_moves_to_the_end_when_something_is_written()
    {
        var workspace = await server.NewWorkspaceAsync();
        await workspace.SendTextAsync(First);
        await workspace.SendTextAsync(Second);
        await workspace.SendTextAsync(First, "And again");

        var listed = await ListAsync(workspace);

        Assert.Equal([SecondId, FirstId], listed.Select(Id));
        Assert.Equal(("And again", "outbound", 2), ((string?)listed[1]!["last"]!["text"], (string?)listed[1]!["last"]!["direction"], (int)listed[1]!["messages"]!));
        Assert.Equal([FirstId, SecondId], (await ListAsync(workspace, "?order=newest")).Select(Id));
    }

    [Fact]
    public async Task Pages_hold_every_conversation_once_in_either_order()
    {
        var workspace = await server.NewWorkspaceAsync();
        foreach (var phone in new[] { First, Second, Third, First })
        {
            await workspace.SendTextAsync(phone);
        }

        Assert.Equal([SecondId, ThirdId, FirstId], await WalkAsync("oldest", "after"));
        Assert.Equal([FirstId, ThirdId, SecondId], await WalkAsync("newest", "before"));

        async Task<List<string?>> WalkAsync(string order, string cursor)
        {
            var (seen, query) = (new List<string?>(), $"?limit=1&order={order}");
            while (true)
            {
                var page = (await workspace.GetAsync("/_sandbox/conversations" + query)).Ok().Body!;
                seen.Add(Id(Assert.Single(page["conversations"]!.AsArray())));
                if (page["next"] is not { } next)
                {
                    return seen;
                }

                query = $"?limit=1&order={order}&{cursor}={next}";
            }
        }
    }

    [Fact]
    public async Task Conversation_says_who_the_customer_is_and_what_is_unread()
    {
        var workspace = await server.NewWorkspaceAsync();
        await workspace.CustomerWritesAsync(JsonNode.Parse("""{"from":{"phone":"+91 98765 40002","name":"Asha"},"text":{"body":"Hi"}}"""));
        await workspace.SendTextAsync("+91 98765 40002");
        await workspace.SendTextAsync("+91 98765 40002");
        Assert.Equal(0, (int)(await ListAsync(workspace))[0]!["unread"]!);

        await workspace.AdvanceAsync();

        var conversation = Assert.Single(await ListAsync(workspace))!;
        Assert.Equal(("Asha", "919876540002", "Customer Support", "wa360"), ((string?)conversation["name"], (string?)conversation["phone"], (string?)conversation["channelName"], (string?)conversation["channelType"]));
        Assert.Equal((3, 2, "2026-01-06T10:00:00+00:00", false), ((int)conversation["messages"]!, (int)conversation["unread"]!, (string?)conversation["careWindowUntil"], (bool)conversation["stopped"]!));
        Assert.Equal(("open", "my_bot", "WEBHOOK"), ((string?)conversation["session"]!["status"], (string?)conversation["session"]!["queue"], (string?)conversation["session"]!["mode"]));
        Assert.True(JsonNode.DeepEquals(conversation, (await workspace.GetAsync($"/_sandbox/conversations/{Id(conversation)}")).Ok().Body));
    }

    [Fact]
    public async Task Session_that_nothing_was_written_in_for_long_is_expired()
    {
        var workspace = await server.NewWorkspaceAsync();
        await workspace.SendTextAsync();
        await workspace.AdvanceAsync("P30D");

        Assert.Equal("expired", (string?)(await ListAsync(workspace))[0]!["session"]!["status"]);
    }

    [Fact]
    public async Task Stop_of_a_customer_shows()
    {
        var workspace = await server.NewWorkspaceAsync();
        await workspace.CustomerWritesAsync(JsonNode.Parse("""{"channelId":"sms:447700900461","from":{"phone":"+919876543210"},"text":{"body":"STOP"}}"""));

        Assert.True((bool)(await ListAsync(workspace))[0]!["stopped"]!);
    }

    [Fact]
    public async Task Conversations_come_back_after_a_restart_in_the_same_order()
    {
        var folder = Directory.CreateTempSubdirectory();
        await using (var first = await StartAsync())
        {
            var workspace = new TestWorkspace(first.BaseAddress, "mine");
            await workspace.FreezeAsync();
            await workspace.SendTextAsync(First);
            await workspace.SendTextAsync(Second);
            await workspace.SendTextAsync(First);
        }

        await using (var second = await StartAsync())
        {
            Assert.Equal([SecondId, FirstId], (await ListAsync(new TestWorkspace(second.BaseAddress, "mine"))).Select(Id));
        }

        folder.Delete(recursive: true);

        Task<InProcessServer> StartAsync() => MockServer.StartAsync(("Storage:Path", Path.Combine(folder.FullName, "data.db")));
    }

    [Theory]
    [InlineData("?limit=0", "limit")]
    [InlineData("?order=upside-down", "order")]
    [InlineData("?after=nothing", "after")]
    [InlineData("?before=nothing", "before")]
    [InlineData("?contactid=x", "contactid")]
    public async Task Parameter_that_cannot_be_is_refused(string query, string field)
    {
        var workspace = await server.NewWorkspaceAsync();

        Assert.Equal(field, (string?)(await workspace.GetAsync("/_sandbox/conversations" + query)).Is(HttpStatusCode.BadRequest).Body!["field"]);
    }

    [Fact]
    public async Task Unknown_contact_is_not_found()
    {
        var workspace = await server.NewWorkspaceAsync();

        (await workspace.GetAsync("/_sandbox/conversations/nobody")).Is(HttpStatusCode.NotFound);
        (await workspace.GetAsync("/_sandbox/conversations/%20")).Is(HttpStatusCode.NotFound);
    }

    private static async Task<JsonArray> ListAsync(TestWorkspace workspace, string query = "") => (await workspace.GetAsync("/_sandbox/conversations" + query)).Ok().Body!["conversations"]!.AsArray();

    private static string? Id(JsonNode? conversation) => (string?)conversation!["contactId"];
}
