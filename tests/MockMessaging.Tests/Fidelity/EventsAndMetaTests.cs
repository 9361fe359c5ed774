using System.Net;
using System.Text.Json.Nodes;
using MockMessaging.Tests.Behaviour;
using Xunit;

namespace MockMessaging.Tests.Fidelity;

/// <summary>The rows of the fidelity table about session events and the meta of pushes.</summary>
public sealed class EventsAndMetaTests(MockServer server)
{
    private const string Route = "/api/v1/session/";

    [Theory]
    [InlineData("documented", 400)]
    [InlineData("production", 500)]
    [Shows("0.12")]
    public async Task Missing_session_id(string fidelity, int status)
    {
        var workspace = await server.InAsync(fidelity);
        foreach (var route in new[] { "close", "resolve", "messages", "routing" })
        {
            foreach (var body in new[] { "{}", """{"sessionId":null}""", """{"sessionId":""}""" })
            {
                Refuses((await workspace.RawAsync(Route + route, JsonNode.Parse(body))).Is((HttpStatusCode)status), "sessionId");
            }
        }

        Refuses((await workspace.RawAsync(Route + "messages", null)).Is((HttpStatusCode)status), "sessionId");
    }

    [Theory]
    [InlineData("documented", 400)]
    [InlineData("production", 200)]
    [Shows("0.12")]
    public async Task Missing_contact_id(string fidelity, int status)
    {
        var workspace = await server.InAsync(fidelity);

        Refuses((await workspace.RawAsync("/api/v1/contact/prefs/lang", JsonNode.Parse("""{"lang":"hi"}"""))).Is((HttpStatusCode)status), "contactId");
    }

    [Fact]
    [Shows("0.13")]
    public async Task Documented_answers_give_events_a_type_and_an_object_sessionRouted()
    {
        var workspace = await server.NewWorkspaceAsync();
        var session = await workspace.SessionAsync();
        var told = new List<JsonNode>();
        foreach (var route in new[] { "routing", "resolve", "close" })
        {
            told.Add((await workspace.PostAsync(Route + route, new JsonObject { ["sessionId"] = session, ["queue"] = "second_bot" })).Results[0]!);
        }

        told.Add((await workspace.PostAsync("/api/v1/contact/prefs/lang", new JsonObject { ["contactId"] = (string?)told[0]["contactId"], ["lang"] = "hi" })).Results[0]!);

        Assert.All(told, happened => Assert.Equal("ACTION", (string?)happened["type"]));
        Assert.Equal("second_bot", (string?)told[0]["sessionRouted"]!["targetQueue"]);
        Assert.All(told.Skip(1), happened => Assert.Equal(
            """{"params":{},"routingId":"","sessionStart":false,"sourceQueue":"","targetQueue":""}""", happened["sessionRouted"]!.ToJsonString()));
    }

    [Theory]
    [InlineData("routing", true)]
    [InlineData("resolve", false)]
    [InlineData("close", false)]
    [Shows("0.13")]
    public async Task Production_answers_leave_them_null(string route, bool routed)
    {
        var workspace = await server.InAsync("production");

        var told = (await workspace.RawAsync(Route + route, new JsonObject { ["sessionId"] = await workspace.SessionAsync(), ["queue"] = "second_bot" })).Results[0]!.AsObject();

        Assert.Equal((true, null), (told.ContainsKey("type"), told["type"]));
        Assert.Equal((true, routed), (told.ContainsKey("sessionRouted"), told["sessionRouted"] is not null));
    }

    [Theory]
    [InlineData("documented", "DEFAULT")]
    [InlineData("production", "WEBHOOK")]
    [Shows("0.14")]
    public async Task App_type_in_the_meta_of_pushes(string fidelity, string appType)
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        var workspace = await server.InAsync(fidelity, receiver);

        await workspace.CustomerWritesAsync();

        Assert.Equal(["SESSION_ROUTED", "text"], receiver.Subjects);
        Assert.All(receiver.All, push => Assert.Equal(appType, (string?)push.Body["meta"]!["appType"]));
    }

    [Theory]
    [InlineData("documented", true)]
    [InlineData("production", false)]
    [Shows("0.16", "5.3.1")]
    public async Task Debug_in_the_meta_of_statuses(string fidelity, bool there)
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        var workspace = await server.InAsync(fidelity, receiver);
        await workspace.CustomerWritesAsync();

        await workspace.AcceptedAsync(TestWorkspace.Text());
        await workspace.AdvanceAsync();

        var statuses = receiver.All.Where(push => (string?)push.Body["type"] == "statuses").ToList();
        Assert.Equal(3, statuses.Count);
        Assert.All(statuses, push => Assert.Equal(there, push.Body["meta"]!.AsObject().ContainsKey("debug")));
    }

    private static void Refuses(Answer answer, string field)
    {
        if (answer.Status == HttpStatusCode.BadRequest)
        {
            Assert.Equal(("PARAM_INVALID", field), ((string?)answer.Body!["statusKey"], (string?)answer.Error["field"]));
        }
    }
}
