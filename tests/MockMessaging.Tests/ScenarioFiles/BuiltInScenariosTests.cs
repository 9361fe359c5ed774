using System.Net;
using System.Text.Json.Nodes;
using Xunit;

namespace MockMessaging.Tests.ScenarioFiles;

/// <summary>The files of fixtures/scenarios, each played to its end as an application would.</summary>
public sealed class BuiltInScenariosTests(MockServer server) : IAsyncLifetime
{
    private const string Asha = "+91 99887 76655";

    private readonly TestWorkspace _workspace = new(server.BaseAddress, MockServer.NewKey());
    private WebhookReceiver _receiver = null!;

    public async ValueTask InitializeAsync()
    {
        _receiver = await WebhookReceiver.StartAsync();
        await _workspace.RegisterWebhookAsync(_receiver.Url);
    }

    public ValueTask DisposeAsync() => _receiver.DisposeAsync();

    [Fact]
    public async Task Order_bot()
    {
        await LoadAsync("order-bot");
        await _workspace.AdvanceAsync("PT1M");
        Assert.Equal("Where is my order?", Said());

        var question = TestWorkspace.Text(Asha, "Which order?");
        question["options"] = JsonNode.Parse("""{"buttons":[{"code":"TRACK","label":"Track order"},{"code":"HELP","label":"Help"}]}""");
        await _workspace.SendAsync(question);
        await _workspace.AdvanceAsync("PT1M");
        Assert.Equal("TRACK", (string?)_receiver.All[^1].Item["form"]!["reply_id"]);

        await _workspace.SendTextAsync(Asha, "It is on its way.");
        await _workspace.AdvanceAsync("PT2M");
        Assert.Equal("It came today, but it is broken.", (string?)_receiver.All[^1].Item["image"]!["caption"]);

        await _workspace.SendTextAsync(Asha, "We are sorry.");
        await _workspace.AdvanceAsync("PT1M");
        Assert.Equal("Thank you!", Said());
        Assert.Equal(["text", "SENT", "DLVRD", "READ", "text", "SENT", "DLVRD", "READ", "image", "SENT", "DLVRD", "READ", "text"], Without("SESSION_ROUTED"));
    }

    [Fact]
    public async Task Appointment_reminder()
    {
        await LoadAsync("appointment-reminder");
        await _workspace.SendAsync(Template("+919988776601", "APPOINTMENT"));
        await _workspace.SendAsync(Template("+919988776602", "APPOINTMENT"));
        var unread = await _workspace.SendAsync(Sms());
        await _workspace.AdvanceAsync("PT10M");
        await _workspace.AdvanceAsync("PT2H");

        Assert.Equal(["CONFIRM", "RESCHEDULE"], Pressed());
        Assert.Equal("DLVRD", await StatusAsync(unread));

        await _workspace.SendAsync(Template("+919988776602", "APPOINTMENT"));
        await _workspace.SendAsync(Sms());
        await _workspace.AdvanceAsync("PT2H");
        Assert.Equal(["CONFIRM", "RESCHEDULE", "CONFIRM"], Pressed());
        Assert.Contains(_receiver.All, push => push.Type == "messages" && (string?)push.Item["text"]?["body"] == "STOP");

        var stopped = await _workspace.SendAsync(Sms());
        await _workspace.AdvanceAsync();
        Assert.Equal("BLCKD", await StatusAsync(stopped));

        static JsonObject Sms() => TestWorkspace.Text("+447700900603", "Your appointment is tomorrow.", "sms:447700900461");
    }

    [Fact]
    public async Task Late_password()
    {
        await LoadAsync("late-password");
        var late = await _workspace.SendAsync(Template(Asha, "OTP"));
        await _workspace.AdvanceAsync("PT2M");
        Assert.Equal(("SENT", "I have no code yet."), (await StatusAsync(late), Said()));

        var second = await _workspace.SendAsync(Template(Asha, "OTP"));
        await _workspace.AdvanceAsync("PT10S");
        Assert.Equal(("READ", "SENT"), (await StatusAsync(second), await StatusAsync(late)));

        await _workspace.AdvanceAsync("PT10M");
        Assert.Equal("READ", await StatusAsync(late));

        var refused = await _workspace.SendAsync(Template("+919988776602", "OTP"));
        await _workspace.AdvanceAsync();
        Assert.Equal("FAILD", await StatusAsync(refused));
        Assert.Equal("131026", (string?)_receiver.All[^1].Item["errors"]![0]!["code"]);
    }

    [Fact]
    public async Task Support_handover()
    {
        await LoadAsync("support-handover");
        await _workspace.AdvanceAsync("PT1S");
        var session = (string)_receiver.All[^1].Item["session"]!["sessionId"]!;

        (await _workspace.PostAsync("/api/v1/session/routing", new JsonObject { ["sessionId"] = session, ["queue"] = "agent_desk" })).Ok();
        await _workspace.SendTextAsync(Asha, "You talk to an agent now.");
        await _workspace.AdvanceAsync("PT5M");
        await _workspace.SendTextAsync(Asha, "We send you a refund.");
        await _workspace.AdvanceAsync("PT5M");
        (await _workspace.PostAsync("/api/v1/session/close", new JsonObject { ["sessionId"] = session })).Ok();
        await _workspace.SendAsync(Template(Asha, "RATE_US"));
        await _workspace.AdvanceAsync("PT2H");

        var written = (await _workspace.GetAsync("/_sandbox/messages")).Ok().Body!["messages"]!.AsArray().Where(message => (string?)message!["direction"] == "inbound").ToList();
        Assert.Equal(["text", "document", "text", "text"], written.Select(message => (string?)message!["type"]));
        Assert.Equal("Good", (string?)written[^1]!["text"]);
        Assert.Contains((await _workspace.GetAsync("/_sandbox/messages?text=9 to 18")).Ok().Body!["messages"]!.AsArray(), message => (string?)message!["type"] == "template");
    }

    [Fact]
    public async Task Bad_day()
    {
        await LoadAsync("bad-day");
        var first = await _workspace.SendTextAsync(Asha);
        await _workspace.SendTextAsync("+919988776602");
        var refused = await _workspace.PostAsync("/api/v1/message/send", TestWorkspace.Text(Asha));
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "2"), (refused.Status, refused.Header("Retry-After")));

        await _workspace.AdvanceAsync("PT4H");

        // SENT comes twice, and DLVRD is overtaken.
        Assert.Equal(["SENT", "SENT", "READ", "DLVRD", "text"], _receiver.All.Where(IsAsha).Select(push => push.Subject).Where(subject => subject != "SESSION_ROUTED"));
        Assert.Equal("Is anybody there?", Said());
        Assert.Equal("READ", await StatusAsync(first));
        var pushed = await _workspace.As("61ec7d912ce85742b201c5a1").SendAsync(TestWorkspace.Text("+919988776603"));
        await _workspace.AdvanceAsync("PT4H");
        Assert.All(await _workspace.PushesAsync($"?messageId={pushed}"), push => Assert.Equal("failed", (string?)push!["state"]));

        static bool IsAsha(Received push) => (string?)push.Body["contacts"]?[0]?["contactId"] == "wa919988776655_918828218374";
    }

    private async Task LoadAsync(string name)
    {
        var view = (await _workspace.CallAsync(HttpMethod.Post, "/_sandbox/scenarios?name=" + name, null)).Ok().Body!;
        Assert.Equal((name, "frozen"), ((string?)view["name"], (string?)view["clock"]!["mode"]));
    }

    private static JsonObject Template(string phone, string code) => new()
    {
        ["channelId"] = TestWorkspace.WhatsApp,
        ["to"] = new JsonObject { ["phone"] = phone },
        ["type"] = "template",
        ["template"] = new JsonObject { ["code"] = code },
    };

    private string? Said() => (string?)_receiver.All[^1].Item["text"]!["body"];

    private IEnumerable<string?> Pressed() => _receiver.All.Where(push => push.Type == "messages").Select(push => (string?)push.Item["form"]?["reply_id"]).OfType<string>();

    private IEnumerable<string> Without(string subject) => _receiver.Subjects.Where(pushed => pushed != subject);

    private async Task<string?> StatusAsync(string id) => (string?)(await _workspace.GetAsync("/_sandbox/messages/" + id)).Ok().Body!["status"];
}
