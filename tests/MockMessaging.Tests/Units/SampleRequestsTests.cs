using System.Text.Json;
using System.Text.Json.Serialization;
using MockMessaging.Contract;
using MockMessaging.Seeding;
using Xunit;

namespace MockMessaging.Tests.Units;

public sealed class SampleRequestsTests
{
    private static readonly JsonSerializerOptions Strict = new(ContractJson.Default.Options)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    private static readonly Dictionary<string, Type> ShapeOfRequest = new()
    {
        ["config-webhook"] = typeof(WebhookUrlRequest),
        ["contact-info"] = typeof(InBoundContact),
        ["contact-prefs-lang"] = typeof(ContactPrefsUpdate),
        ["data-push"] = typeof(DigitalObjectDto),
        ["event-push"] = typeof(DigitalEventDto),
        ["message-receive"] = typeof(InBoundWrapper),
        ["message-send"] = typeof(OutBoundMsg),
        ["session-close"] = typeof(SessionStatusClose),
        ["session-messages"] = typeof(SessionStatusClose),
        ["session-resolve"] = typeof(SessionStatusClose),
        ["session-routing"] = typeof(SessionQueueAssignment),
    };

    public static TheoryData<string> Requests => [.. Fixtures.RequestNames];

    public static TheoryData<string> SentMessages => [.. Named("message-send")];

    public static TheoryData<string> InboundMessages => [.. Named("sandbox-inbound")];

    [Theory]
    [MemberData(nameof(Requests))]
    public void A_sample_request_has_the_shape_of_its_operation(string name)
    {
        var body = Fixtures.Request(name);
        if (name.StartsWith("sandbox-", StringComparison.Ordinal))
        {
            Assert.Equal(JsonValueKind.Object, JsonElement.Parse(body).ValueKind);
            return;
        }

        var shape = ShapeOfRequest[name.StartsWith("message-send", StringComparison.Ordinal) ? "message-send" : name];
        Assert.NotNull(JsonSerializer.Deserialize(body, shape, Strict));
    }

    [Fact]
    public void Every_operation_has_a_sample_request() => Assert.Empty(ShapeOfRequest.Keys.Except(Fixtures.RequestNames));

    [Theory]
    [MemberData(nameof(SentMessages))]
    public void A_sample_message_can_be_sent_with_the_fixtures(string name)
    {
        var fixtures = Fixtures.Load(null);
        var message = JsonElement.Parse(Fixtures.Request(name));
        var channel = message.GetProperty("channelId").GetString();

        Assert.Contains(fixtures.Channels, candidate => candidate.ChannelId == channel && !candidate.Disabled);
        Assert.Equal("+91 99887 76655", message.GetProperty("to").GetProperty("phone").GetString());
        Assert.Equal(
            name is "message-send" or "message-send-buttons" ? "text" : name["message-send-".Length..],
            message.GetProperty("type").GetString());
        if (message.TryGetProperty("template", out var selector))
        {
            var (code, lang) = (selector.GetProperty("code").GetString(), selector.GetProperty("lang").GetString());
            var template = Assert.Single(fixtures.Templates, candidate => candidate.Code == code && candidate.Lang == lang);
            Assert.Contains(template.Approved!, row => row.ChannelId == channel && row.Status == "APPROVED");
        }
    }

    [Theory]
    [MemberData(nameof(InboundMessages))]
    public void A_sample_inbound_message_comes_from_somebody_over_a_channel(string name)
    {
        var message = JsonElement.Parse(Fixtures.Request(name));

        Assert.Contains(Fixtures.Load(null).Channels, channel => channel.ChannelId == message.GetProperty("channelId").GetString());
        Assert.Equal("+919988776655", message.GetProperty("from").GetProperty("phone").GetString());
        Assert.True(
            message.TryGetProperty("reply", out _) || message.TryGetProperty(message.GetProperty("type").GetString()!, out _),
            "neither a reply nor the object its type names");
    }

    [Fact]
    public void An_unknown_request_is_answered_with_the_known_ones()
    {
        var unknown = Assert.Throws<ArgumentException>(() => Fixtures.Request("message-sned"));

        Assert.Contains("message-send,", unknown.Message, StringComparison.Ordinal);
    }

    private static IEnumerable<string> Named(string beginning) =>
        Fixtures.RequestNames.Where(name => name.StartsWith(beginning, StringComparison.Ordinal));
}
