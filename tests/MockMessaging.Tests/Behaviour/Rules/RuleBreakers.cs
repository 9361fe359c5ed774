using System.Text.Json.Nodes;

namespace MockMessaging.Tests.Behaviour;

/// <summary>Messages that break a rule of their provider.</summary>
internal static class RuleBreakers
{
    public const string Sms = "sms:447700900461";

    public static readonly IReadOnlyDictionary<string, Func<JsonObject>> Broken = new Dictionary<string, Func<JsonObject>>
    {
        ["phone WHATSAPP"] = () => TestWorkspace.Text("+1 (202) 555-0143"),
        ["phone SMS"] = () => TestWorkspace.Text("+1234567890123456", channelId: Sms),
        ["old-phone WHATSAPP"] = () => TestWorkspace.Text("+52 1 55 1234 5678"),
        ["mail-address EMAIL"] = () => To("mailto:support@example.com", new JsonObject { ["email"] = "a@example.com,b@example.com" }),
        ["opted-out WHATSAPP"] = () => TestWorkspace.Text(),
        ["opted-out SMS"] = () => TestWorkspace.Text(channelId: Sms),
        ["text-length WHATSAPP"] = () => TestWorkspace.Text(body: Long(4_097)),
        ["text-length SMS"] = () => TestWorkspace.Text(body: Long(1_601), channelId: Sms),
        ["text-length FACEBOOK"] = () => To("fb:104729385610284", Account("fb1_104729385610284"), Long(2_001)),
        ["text-length INSTAGRAM"] = () => To("ig:17841405309211", Account("ig1_17841405309211"), Long(999) + "é"),
        ["text-length TELEGRAM"] = () => To("tg:mockmessagingbot", Account("tg1_mockmessagingbot"), Long(4_097)),
        ["text-length TWITTER"] = () => To("tw:1402837465910", Account("tw1_1402837465910"), Long(10_001)),
        ["button-text-length WHATSAPP"] = () => Buttons("buttons", 1, body: Long(1_025)),
        ["caption-length WHATSAPP"] = () => Media("image", "a.png", Long(1_025)),
        ["caption-length TELEGRAM"] = () => Captioned(To("tg:mockmessagingbot", Account("tg1_mockmessagingbot"))),
        ["template-language WHATSAPP"] = () => Template(data => data, "pt_BR"),
        ["template-variables WHATSAPP"] = () => Template(data => data.Remove("carrier")),
        ["template-values WHATSAPP"] = () => Template(data => data["orderId"] = "a\nb"),
        ["template-length WHATSAPP"] = () => Template(data => data["orderId"] = Long(1_024)),
        ["reply-buttons WHATSAPP"] = () => Buttons("buttons", 4),
        ["button-title WHATSAPP"] = () => Buttons("buttons", 1, label: Long(21)),
        ["list-rows WHATSAPP"] = () => Buttons("list", 11),
        ["list-row-title WHATSAPP"] = () => Buttons("list", 1, label: Long(25)),
        ["list-row-description WHATSAPP"] = () => Buttons("list", 1, description: Long(73)),
        ["image-type WHATSAPP"] = () => Media("image", "a.webp"),
        ["video-type WHATSAPP"] = () => Media("video", "a.avi"),
        ["audio-type WHATSAPP"] = () => Media("audio", "a.wav"),
    };

    public static string Long(int length) => new('a', length);

    public static string NameOf(JsonNode row) => $"{row["name"]} {row["contactType"]}";

    public static JsonObject Account(string contactId) => new() { ["contactId"] = contactId };

    public static JsonObject To(string channelId, JsonObject to, string body = "Hello")
    {
        var message = TestWorkspace.Text(body: body, channelId: channelId);
        message["to"] = to;
        return message;
    }

    public static JsonObject Consent(string type, string channelId)
    {
        var message = TestWorkspace.Text(channelId: channelId);
        message["type"] = type;
        return message;
    }

    public static JsonObject Media(string kind, string file, string? caption = null)
    {
        var message = TestWorkspace.Text();
        message["type"] = kind;
        message[kind] = new JsonObject { ["link"] = $"https://m.example.com/{file}", ["caption"] = caption };
        return message;
    }

    public static JsonObject Captioned(JsonObject message)
    {
        message["type"] = "image";
        message["image"] = new JsonObject { ["link"] = "https://m.example.com/a.png", ["caption"] = Long(1_025) };
        return message;
    }

    public static JsonObject Template(Func<JsonObject, object?> change, string? lang = "en")
    {
        var data = new JsonObject { ["orderId"] = "O", ["carrier"] = "C", ["deliveryDate"] = "D" };
        change(data);
        return Steps.Template(new JsonObject { ["code"] = "ORDER_SHIPPED", ["lang"] = lang, ["data"] = data });
    }

    public static JsonObject Buttons(string scheme, int count, string label = "L", string? description = null, string body = "Hello")
    {
        var message = TestWorkspace.Text(body: body);
        message["options"] = new JsonObject
        {
            ["buttonDisplayScheme"] = scheme,
            ["buttons"] = new JsonArray([.. Enumerable.Range(0, count).Select(index => new JsonObject { ["type"] = "QUICK_REPLY", ["code"] = $"B{index}", ["label"] = label, ["desc"] = description })]),
        };
        return message;
    }

    public static async Task<IEnumerable<JsonNode>> RowsAsync(this TestWorkspace workspace) => (await workspace.GetAsync("/_sandbox/rules")).Ok().Body!["rules"]!.AsArray().Select(row => row!);

    public static async Task<string?> ModeAsync(this TestWorkspace workspace) => (string?)(await workspace.GetAsync("/_sandbox/rules")).Ok().Body!["mode"];

    public static Task SetRulesAsync(this TestWorkspace workspace, string mode) => workspace.ChangeAsync(new JsonObject { ["rules"] = mode });

    public static async Task<JsonNode> OfAsync(this TestWorkspace workspace, Answer sent) => (await workspace.GetAsync($"/_sandbox/messages/{sent.Results[0]!["id"]}")).Ok().Body!;

    public static async Task<TestWorkspace> PreparedAsync(this MockServer server, string rule, string mode)
    {
        var workspace = await server.NewWorkspaceAsync();
        await workspace.SetRulesAsync(mode);
        if (rule.StartsWith("opted-out", StringComparison.Ordinal))
        {
            await workspace.SendAsync(Consent("optout", rule.EndsWith("SMS", StringComparison.Ordinal) ? Sms : TestWorkspace.WhatsApp));
            await workspace.AdvanceAsync();
        }

        return workspace;
    }
}
