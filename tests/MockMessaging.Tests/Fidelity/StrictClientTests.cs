using MockMessaging.Tests.StrictClient;
using Xunit;

namespace MockMessaging.Tests.Fidelity;

/// <summary>
/// A client generated from the vendor's document, with every property required that the document marks so, reads every answer of the
/// Documented profile: it throws on a missing property, a null, a wrong type and an unlisted value alike.
/// </summary>
public sealed class StrictClientTests(MockServer server) : IAsyncLifetime
{
    private const string ContactId = "wa919988776655_918828218374";
    private const string SessionId = "61f3810a02e14c0877fc1a32";

    private readonly HttpClient _http = new() { BaseAddress = server.BaseAddress };
    private string _key = "";

    private VendorClient Client => new(_http);

    [Fact]
    public async Task Channels_are_read() =>
        Assert.Contains((await Client.ConfigChannelsAsync(false, _key)).Results, channel => channel.ContactType == MsgChannelContactType.WHATSAPP);

    [Fact]
    public async Task Variables_are_read() =>
        Assert.Contains((await Client.ConfigGlobalVarsAsync(x_api_key: _key)).Results, variable => variable.Key == "company_name");

    [Fact]
    public async Task Templates_are_read() =>
        Assert.Contains((await Client.ConfigTmplHsmAsync(x_api_key: _key)).Results, template => template.Attachments.Count > 0);

    [Fact]
    public async Task Webhook_is_registered() =>
        Assert.Equal("http://localhost:1/x", (await Client.ConfigWebhookAsync(new WebhookUrlRequest { Url = "http://localhost:1/x" }, _key)).Data.Webhook);

    [Fact]
    public async Task Language_is_set() =>
        Assert.Equal("CONTACT_UPDATE", (await Client.ContactPrefsLangAsync(new ContactPrefsUpdate { ContactId = ContactId, Lang = "hi" }, _key)).Results.Single().EventCode);

    [Fact]
    public async Task Data_is_pushed()
    {
        var pushed = new DigitalObjectDto { Id = "1", Type = "order", Data = new { total = 5 }, Links = [] };

        Assert.Equal("order", (await Client.DataPushAsync(pushed, _key)).Data.Type);
    }

    [Fact]
    public async Task Half_empty_data_is_echoed_completely() =>
        Assert.Equal("", (await Client.DataPushAsync(new DigitalObjectDto { Id = "1", Type = "", Data = new { }, Links = [] }, _key)).Data.Type);

    [Fact]
    public async Task Event_is_pushed()
    {
        var pushed = new DigitalEventDto { Id = "1", EventName = "BOUGHT", Links = [new DigitalObjectLink { LinkName = "a", LinkType = "b", LinkValue = "c" }] };

        Assert.Equal("c", (await Client.EventPushAsync(pushed, _key)).Data.Links.Single().LinkValue);
    }

    [Fact]
    public async Task Message_is_sent_and_read_back_as_a_transcript()
    {
        var sent = await Client.MessageSendAsync(Message(OutBoundMsgType.Text), _key);

        Assert.Equal("O", sent.Data.Type);
        Assert.Equal(2, (await Client.SessionMessagesAsync(new SessionStatusClose { SessionId = SessionId }, _key)).Results.Count);
    }

    [Fact]
    public async Task Template_with_attachment_and_buttons_is_read_back()
    {
        var workspace = new TestWorkspace(server.BaseAddress, _key);
        var message = Message(OutBoundMsgType.Template);
        message.Template = new CommonTemplateMeta { Code = "INVOICE", Linked = "", Data = new { } };
        var sent = await Client.MessageSendAsync(message, _key);
        var sessionId = (string)(await workspace.CustomerWritesAsync(System.Text.Json.Nodes.JsonNode.Parse("""{"from":{"phone":"+919988776655"},"type":"image"}""")))["message"]!["session"]!["sessionId"]!;

        var transcript = (await Client.SessionMessagesAsync(new SessionStatusClose { SessionId = sessionId }, _key)).Results;

        Assert.Equal([sent.Data.Id], transcript.Where(row => row.Type == "O").Select(row => row.MessageId));
        Assert.All(transcript, row => Assert.NotEmpty(row.Attachments));
    }

    [Fact]
    public async Task Session_is_routed_resolved_and_closed()
    {
        var session = new SessionStatusClose { SessionId = SessionId };

        var routed = await Client.SessionRoutingAsync(new SessionQueueAssignment { SessionId = SessionId, Queue = "second_bot", Params = new { a = 1 } }, _key);
        var resolved = await Client.SessionResolveAsync(session, _key);
        var closed = await Client.SessionCloseAsync(session, _key);
        var again = await Client.SessionCloseAsync(session, _key);

        Assert.Equal(
            ["SESSION_ROUTED", "SESSION_STATUS", "SESSION_CLOSED", "SESSION_CLOSED"],
            new[] { routed, resolved, closed, again }.Select(answer => answer.Results.Single().EventCode));
    }

    [Fact]
    public async Task Contact_information_is_asked_for()
    {
        var asked = new InBoundContact
        {
            ContactId = ContactId,
            ChannelId = "wa360:918828218374",
            ContactType = InBoundContactContactType.WHATSAPP,
            Lane = "918828218374",
            Profile = new InBoundContactProfile(),
            BusinessProfile = new ContactBusinessProfile(),
        };

        Assert.Equal("Asha Rao", (await Client.ContactInfoAsync(asked)).Name);
    }

    [Fact]
    public async Task Clients_own_wrapper_comes_back_as_sent()
    {
        var wrapper = new InBoundWrapper
        {
            Type = InBoundWrapperType.Statuses,
            Actions = [],
            Contacts = [],
            Events = [],
            Messages = [],
            Statuses = [],
            Meta = new InBoundMeta { Domain = "d", Server = "s", Debug = true },
        };

        Assert.Equal("d", (await Client.MessageReceiveAsync(wrapper)).Meta.Domain);
    }

    public async ValueTask InitializeAsync()
    {
        _key = (await server.NewWorkspaceWithExamplesAsync()).Key!;

        // The document gives the callback routes no key; what the workspace knows is told only to those who send it.
        _http.DefaultRequestHeaders.Add("x-api-key", _key);
    }

    public ValueTask DisposeAsync()
    {
        _http.Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>What such a client sends: everything the document marks as required, empty where there is nothing to say.</summary>
    private static OutBoundMsg Message(OutBoundMsgType type) => new()
    {
        ChannelId = "wa360:918828218374",
        Type = type,
        To = new OutBoundContact { Phone = "+91 99887 76655", ContactId = "", Email = "", Name = "" },
        Text = new OutBoundMsgText { Body = "Hello" },
        Contacts = [],
        Location = new CommonMsgLocation { Address = "", Latitude = "", Longitude = "", Name = "", Url = "" },
        Mask = false,
    };
}
