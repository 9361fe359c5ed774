using System.Text.Json.Nodes;
using MockMessaging.Storage;
using Xunit;

namespace MockMessaging.Tests.Scenarios;

public sealed class RestartTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("mock-messaging-").FullName;

    private string DataFile => Path.Combine(_folder, "data.db");

    [Fact]
    public async Task Everything_is_still_there_and_the_ladder_goes_on_where_it_stood()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        string id;
        await using (var server = await StartAsync())
        {
            var workspace = new TestWorkspace(server.BaseAddress, "mine");
            await workspace.FreezeAsync();
            await workspace.RegisterWebhookAsync(receiver.Url);
            id = await workspace.SendTextAsync();
            await workspace.PostAsync("/api/v1/data/push", new JsonObject { ["id"] = "1", ["type"] = "order" });
            await workspace.PostAsync("/api/v1/event/push", new JsonObject { ["id"] = "1", ["eventName"] = "BOUGHT" });
            await workspace.AdvanceAsync("PT0.1S");
        }

        await using (var server = await StartAsync())
        {
            var workspace = new TestWorkspace(server.BaseAddress, "mine");
            var kept = await workspace.LookAsync();
            Assert.Equal((1, 1, 1, 1, 1), ((int)kept["contacts"]!, (int)kept["sessions"]!, (int)kept["messages"]!, (int)kept["digitalObjects"]!, (int)kept["digitalEvents"]!));
            await workspace.AdvanceAsync();

            Assert.Equal(["SENT", "DLVRD", "READ"], receiver.Subjects);
            Assert.Equal("READ", (string?)(await workspace.MessageAsync(id))["status"]);
        }
    }

    [Fact]
    public async Task Example_conversation_that_was_used_comes_back_with_what_was_added()
    {
        const string ExampleSession = "61f3810a02e14c0877fc1a32";
        string id;
        await using (var server = await StartAsync())
        {
            var workspace = new TestWorkspace(server.BaseAddress, "demo");
            await workspace.FreezeAsync();
            id = await workspace.SendTextAsync("+91 99887 76655");
            await workspace.PostAsync("/api/v1/session/routing", new JsonObject { ["sessionId"] = ExampleSession, ["queue"] = "second_bot" });
            await workspace.AdvanceAsync("PT0.6S");
        }

        await using (var server = await StartAsync())
        {
            var workspace = new TestWorkspace(server.BaseAddress, "demo");
            await workspace.AdvanceAsync("PT0.1S");
            Assert.Empty(await workspace.PushesAsync());
            Assert.Equal(["I", "O", "A"], (await workspace.MessagesAsync(ExampleSession)).Select(row => (string?)row!["type"]));
            Assert.Equal("DLVRD", (string?)(await workspace.MessageAsync(id, "+91 99887 76655"))["status"]);
        }
    }

    [Fact]
    public async Task Example_message_whose_status_was_forced_comes_back_as_it_was()
    {
        const string ExampleMessage = "61f3810a02e14c0877fc1a34";
        await using (var server = await StartAsync())
        {
            (await new TestWorkspace(server.BaseAddress, "demo").PostAsync($"/_sandbox/messages/{ExampleMessage}/status", new JsonObject { ["status"] = "DELTD" })).Ok();
        }

        await using (var server = await StartAsync())
        {
            var told = (await new TestWorkspace(server.BaseAddress, "demo").GetAsync("/_sandbox/messages/" + ExampleMessage)).Ok().Body!;
            Assert.Equal("DELTD", (string?)told["status"]);
        }
    }

    [Fact]
    public async Task Message_is_found_by_its_text_with_the_query_language_of_LiteDB()
    {
        string id;
        await using (var server = await StartAsync())
        {
            var workspace = new TestWorkspace(server.BaseAddress, "mine");
            await workspace.SendTextAsync("+91 99887 76655", "Your parcel is ready");
            id = await workspace.SendTextAsync("+91 99887 76655", "Your invoice is due");
        }

        using var file = new LiteDB.LiteDatabase(DataFile);
        using var found = file.Execute("SELECT $ FROM messages WHERE body LIKE '%invoice%'");
        Assert.True(found.Read());
        var message = found.Current.AsDocument;
        Assert.False(found.Read());
        var session = file.GetCollection("sessions").FindOne(LiteDB.Query.EQ("id", message["session"]));

        Assert.Equal((id, "text", false), (message["id"].AsString, message["type"].AsString, message["inbound"].AsBoolean));
        Assert.StartsWith("wa919988776655", session["contactId"].AsString, StringComparison.Ordinal);
        Assert.Equal("mine", file.GetCollection("workspaces").FindAll().Single()["key"].AsString);
    }

    [Fact]
    public async Task Message_that_was_due_while_the_server_was_down_moves_on_at_once()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        await using (var server = await StartAsync())
        {
            var workspace = new TestWorkspace(server.BaseAddress, "mine");
            await workspace.FreezeAsync();
            await workspace.RegisterWebhookAsync(receiver.Url);
            await workspace.SendTextAsync();
            await workspace.CallAsync(HttpMethod.Put, "/_sandbox/clock", """{"mode":"real","now":"2026-01-05T10:00:00Z"}""");
        }

        await using (await StartAsync())
        {
            var arrived = new[] { await receiver.NextAsync(), await receiver.NextAsync(), await receiver.NextAsync() };
            Assert.Equal(["SENT", "DLVRD", "READ"], arrived.Select(push => push.Subject));
        }
    }

    [Fact]
    public async Task Push_that_waited_when_the_server_stopped_is_sent_by_the_next_run()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        var broken = new TaskCompletionSource();
        receiver.Answer = async context => await broken.Task.WaitAsync(context.RequestAborted);
        await using (var server = await StartAsync())
        {
            var workspace = new TestWorkspace(server.BaseAddress, "mine");
            await workspace.RegisterWebhookAsync(receiver.Url);
            await workspace.SendTextAsync();
            await receiver.NextAsync();
            broken.SetResult();
        }

        await using (await StartAsync())
        {
            var subjects = new HashSet<string> { "SENT" };
            while (!subjects.Contains("READ"))
            {
                subjects.Add((await receiver.NextAsync()).Subject);
            }

            Assert.Equal(["SENT", "DLVRD", "READ"], receiver.Subjects);
        }
    }

    [Fact]
    public async Task Workspace_that_was_reset_comes_back_empty()
    {
        await using (var server = await StartAsync())
        {
            var workspace = new TestWorkspace(server.BaseAddress, "mine");
            await workspace.SendTextAsync();
            await workspace.ResetAsync();
        }

        await using (var server = await StartAsync())
        {
            Assert.Equal(0, (int)(await new TestWorkspace(server.BaseAddress, "mine").LookAsync())["messages"]!);
        }
    }

    [Fact]
    public async Task Strict_durability_answers_and_keeps()
    {
        await using (var server = await StartAsync(Durability.Strict))
        {
            await new TestWorkspace(server.BaseAddress, "mine").SendTextAsync();
        }

        await using (var server = await StartAsync())
        {
            Assert.Equal(1, (int)(await new TestWorkspace(server.BaseAddress, "mine").LookAsync())["messages"]!);
        }
    }

    [Fact]
    public async Task Shared_cards_a_stop_and_a_session_opened_again_come_back()
    {
        string cards;
        string closed;
        await using (var server = await StartAsync())
        {
            var workspace = new TestWorkspace(server.BaseAddress, "mine");
            await workspace.FreezeAsync();
            cards = (string)(await workspace.CustomerWritesAsync(JsonNode.Parse("""{"from":{"phone":"+1"},"contacts":[{"phones":[{"phone":"+1 202 555 0171"}]}]}""")))["message"]!["session"]!["sessionId"]!;
            await workspace.CustomerWritesAsync(JsonNode.Parse("""{"channelId":"sms:447700900461","from":{"phone":"+2"},"text":{"body":"STOP"}}"""));
            closed = await workspace.SessionAsync();
            await workspace.PostAsync("/api/v1/session/close", new JsonObject { ["sessionId"] = closed });
        }

        await using (var server = await StartAsync())
        {
            var workspace = new TestWorkspace(server.BaseAddress, "mine");
            await workspace.PostAsync("/api/v1/session/routing", new JsonObject { ["sessionId"] = closed, ["queue"] = "second_bot" });
        }

        await using (var server = await StartAsync())
        {
            var workspace = new TestWorkspace(server.BaseAddress, "mine");
            var id = await workspace.SendAsync(TestWorkspace.Text("+2", channelId: "sms:447700900461"));
            await workspace.AdvanceAsync();

            Assert.Equal("BLCKD", (string?)(await workspace.GetAsync($"/_sandbox/messages/{id}")).Body!["status"]);
            Assert.Equal("+1 202 555 0171", (string?)(await workspace.MessagesAsync(cards))[0]!["vccards"]![0]!["phones"]![0]!["phone"]);
            Assert.Equal(closed, await workspace.SessionAsync());
        }
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private Task<InProcessServer> StartAsync() => StartAsync(Durability.Relaxed);

    private Task<InProcessServer> StartAsync(Durability durability) => MockServer.StartAsync(
        options =>
        {
            options.Storage.Path = DataFile;
            options.Storage.Durability = durability;
        },
        TestWorkspace.Cancelled);
}
