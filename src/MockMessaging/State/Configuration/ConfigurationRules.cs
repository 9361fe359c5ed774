using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using MockMessaging.Contract;
using MockMessaging.Seeding;

namespace MockMessaging.State;

/// <summary>What a workspace may set as channel, template, client app or variable, by a request or by an archive.</summary>
internal static partial class ConfigurationRules
{
    public const int LongestText = 10_000;

    private const int LongestName = 200;
    private const int LongestPart = 1_000;
    private const int LongestJson = 20_000;

    /// <summary>Blocks such as {{#if}}: the template engine nests them on the stack, and a loop in a loop multiplies the work.</summary>
    private const int MostBlocks = 20;

    private const int MostBrackets = 100;

    /// <summary>The year 10,000, which .NET does not know.</summary>
    private const long LatestMs = 253_402_300_800_000;

    private static readonly string[] Choices = ["if", "unless", "with"];

    /// <summary>Statuses of an approval. The vendor shows the first four; WhatsApp pauses templates, too.</summary>
    public static IReadOnlyList<string> Statuses { get; } = ["PENDING", "APPROVED", "REJECTED", "DELETED", "PAUSED"];

    /// <summary>Checks an item alone.</summary>
    /// <exception cref="RecordException">It breaks a rule.</exception>
    public static void Check(ConfigurationItem item)
    {
        Ensure(Enum.IsDefined(item.Section), "section", $"it is one of {string.Join(", ", Enum.GetNames<ConfigurationPart>())}.");
        Ensure(item.IsRemoved || item.HasContent, item.Section.ToString().ToLowerInvariant(), "it is missing.");
        if (item.IsRemoved && !item.HasContent)
        {
            // Fixtures may have ids of any form.
            Text("id", item.Id, LongestPart);
            return;
        }

        switch (item.Section)
        {
            case ConfigurationPart.Channel:
                Channel(item.Id, item.Channel);
                break;
            case ConfigurationPart.Template:
                Id("id", item.Id);
                Template(item.Id, item.Template, item.Notes ?? []);
                break;
            case ConfigurationPart.App:
                Id("id", item.Id);
                App(item.Id, item.App);
                break;
            default:
                Ensure(VariableKey().IsMatch(item.Id), "key", "it has 1 to 100 letters of a to z, digits and '_', and begins with a letter; templates name it {{global.key}}.");
                Variable(item.Id, item.Variable);
                break;
        }
    }

    public static void ChannelId(string field, string id)
    {
        var type = id.Split(':', 2)[0];
        Ensure(WrittenChannel().IsMatch(id), field, "it is a type, a colon and the account, 100 characters at most, in lower case and without blanks, such as wa360:918828218374.");
        Ensure(ChannelTypes.Known.Contains(type), field, $"'{type}' is no type of channel; use one of {string.Join(", ", ChannelTypes.Known)}.");
    }

    private static void Channel(string id, ChannelFixture? channel)
    {
        ChannelId("channelId", id);
        Ensure(channel is null || channel.ChannelId == id, "channelId", "it is not the id of the item.");
        Text("name", channel?.Name, LongestName);
    }

    private static void App(string id, ClientAppFixture? app)
    {
        if (app is not null)
        {
            Ensure(app.Id == id, "id", "it is not the id of the item.");
            Id("queue", app.Queue);
            Ensure(!string.IsNullOrWhiteSpace(app.KeyName), "keyName", "it is blank; leave it out for the queue code.");
            Text("keyName", app.KeyName, LongestName);
            Ensure(FixtureRules.AppTypes.Contains(app.AppType), "appType", $"'{app.AppType}' is no type of app; use one of {string.Join(", ", FixtureRules.AppTypes.Order(StringComparer.Ordinal))}.");
        }
    }

    private static void Variable(string key, CompanyVarsConfigDoc? variable)
    {
        if (variable is not null)
        {
            Ensure(variable.Key == key, "key", "it is not the key of the item.");
            Ensure(variable.Value is not null, "value", "it is missing; give any JSON value, \"\" for an empty one.");
            Ensure(AreNumbersFinite(variable.Value!), "value", "a number in it is too large, such as 1e400; give it as a string.");
            Text("value", variable.Value!.ToJsonString(), LongestText);
            Text("type", variable.Type, LongestName);
            Text("group", variable.Group, LongestName);
            Text("description", variable.Description, LongestPart);
        }
    }

    private static bool AreNumbersFinite(JsonNode? value) => value switch
    {
        JsonObject fields => fields.All(field => AreNumbersFinite(field.Value)),
        JsonArray items => items.All(AreNumbersFinite),
        { } single when single.GetValueKind() == JsonValueKind.Number => double.IsFinite(double.Parse(single.ToJsonString(), CultureInfo.InvariantCulture)),
        _ => true,
    };

    private static void Template(string id, HSMTemplateDoc? template, IReadOnlyList<ApprovalNote> notes)
    {
        if (template is null)
        {
            return;
        }

        Ensure(template.Id == id, "id", "it is not the id in the path.");
        Ensure(!string.IsNullOrWhiteSpace(template.Code), "code", "it is missing; messages name the template by it.");
        Ensure(template.Lang is { } lang && Language().IsMatch(lang), "lang", "it is a language such as en or en_US.");
        Ensure(!string.IsNullOrEmpty(template.Template ?? template.Body), "body", "it is missing; give the text, with placeholders such as {{data.orderId}}.");
        foreach (var (field, text, longest) in Texts(template))
        {
            Text(field, text, longest);
            Blocks(field, text ?? "");
        }

        Ensure(AreButtons(template.Options), "options", "it is not an object with a list of buttons, each an object of texts.");
        Ensure(template.CreatedStamp is null or (>= 0 and < LatestMs), "createdStamp", "it is no time in milliseconds since 1970.");
        Ensure(template.Attachments?.All(file => file is not null) is not false, "attachments", "one of them is null; remove it.");
        Text("attachments", string.Concat(template.Attachments?.Select(file => JsonSerializer.Serialize(file, ContractJsonOptions.Sparse.TypeInfo<Attachment>())) ?? []), LongestJson);
        Approvals(template.Approved ?? [], notes);
    }

    /// <summary>Messages made from the template have its buttons.</summary>
    private static bool AreButtons(JsonObject? options)
    {
        try
        {
            _ = options?.Deserialize(ContractJsonOptions.Request.TypeInfo<CommonMsgOptions>());
            return options?["buttons"] is null || (options["buttons"] is JsonArray buttons && !buttons.Contains(null));
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static IEnumerable<(string Field, string? Text, int Longest)> Texts(HSMTemplateDoc template) =>
    [
        ("body", template.Body, LongestText),
        ("template", template.Template, LongestText),
        ("header", template.Header, LongestPart),
        ("footer", template.Footer, LongestPart),
        ("title", template.Title, LongestPart),
        ("desc", template.Desc, LongestPart),
        ("code", template.Code, LongestName),
        ("name", template.Name, LongestName),
        ("category", template.Category, LongestName),
        ("categoryType", template.CategoryType, LongestName),
        ("formatType", template.FormatType, LongestName),
        ("contactType", template.ContactType, LongestName),
        ("createdBy", template.CreatedBy, LongestName),
        ("options", template.Options?.ToJsonString(), LongestJson),
        ("meta", template.Meta?.ToJsonString(), LongestJson),
        ("model", template.Model?.ToJsonString(), LongestJson),
    ];

    private static void Approvals(IReadOnlyList<ApprovedChannels> rows, IReadOnlyList<ApprovalNote> notes)
    {
        Ensure(rows.Count <= LongestPart, "approved", $"it has {rows.Count} rows, and {LongestPart} at most are stored.");
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var row = 0; row < rows.Count; row++)
        {
            Ensure(rows[row] is not null, $"approved[{row}]", "it is null; remove it.");
            Ensure(rows[row].ChannelId is not null, $"approved[{row}].channelId", "it is missing.");
            ChannelId($"approved[{row}].channelId", rows[row].ChannelId!);
            Ensure(seen.Add(rows[row].ChannelId!), $"approved[{row}].channelId", $"'{rows[row].ChannelId}' is there twice; give each channel one row.");
            Ensure(Statuses.Contains(rows[row].Status), $"approved[{row}].status", $"'{rows[row].Status}' is none of {string.Join(", ", Statuses)}.");
            Text($"approved[{row}].templateId", rows[row].TemplateId, LongestName);
        }

        foreach (var note in notes)
        {
            Ensure(note is not null && seen.Contains(note.ChannelId), "notes", "each is for a channel with an approval row.");
            Text("reason", note!.Reason, LongestPart);
            Ensure(note.ApproveAt is null or (>= 0 and < LatestMs), "notes", "approveAt is no time in milliseconds since 1970.");
        }
    }

    private static void Blocks(string field, string text)
    {
        var blocks = Block().Matches(text);
        Ensure(blocks.Count <= MostBlocks, field, $"it has {blocks.Count} blocks such as {{{{#if}}}}, and {MostBlocks} at most are filled.");
        Ensure(blocks.Count(IsLoop) <= 1, field, "it has more than one loop; use one {{#each}} at most.");
        Ensure(blocks.All(block => block.Groups["sign"].Value is "#" or "^" or "else"), field, "partials and comments are not filled; remove {{> and {{!.");
        Ensure(!text.Contains("{{", StringComparison.Ordinal) || text.Count(letter => letter == '(') <= MostBrackets, field, $"it has more than {MostBrackets} opening brackets.");
    }

    /// <summary>Every block with the name of a list is a loop, {{^each}} and {{else each}} too.</summary>
    private static bool IsLoop(Match block) => block.Groups["name"].Value is { Length: > 0 } name && !Choices.Contains(name) && block.Groups["sign"].Value is "#" or "^" or "else";

    private static void Id(string field, string? id) =>
        Ensure(id is not null && WrittenId().IsMatch(id), field, "it has 1 to 100 letters of a to z, digits, '_', '-' and '.', and begins with a letter or digit.");

    private static void Text(string field, string? text, int longest) =>
        Ensure(text is null || text.Length <= longest, field, $"it has {text?.Length} characters, and {longest} at most are stored.");

    private static void Ensure(bool holds, string field, string reason)
    {
        if (!holds)
        {
            throw new RecordException(field, reason);
        }
    }

    [GeneratedRegex(@"^(?=.{3,100}\z)[a-z0-9]+:[a-z0-9@.+_-]+\z")]
    private static partial Regex WrittenChannel();

    [GeneratedRegex(@"^[A-Za-z0-9][A-Za-z0-9_.-]{0,99}\z")]
    private static partial Regex WrittenId();

    [GeneratedRegex(@"^[A-Za-z][A-Za-z0-9_]{0,99}\z")]
    private static partial Regex VariableKey();

    [GeneratedRegex(@"^[A-Za-z]{2,3}([_-][A-Za-z0-9]{2,8}){0,2}\z")]
    private static partial Regex Language();

    [GeneratedRegex(@"\{\{[{~\s]*(?<sign>[#^>!]|else)[~\s*]*(?<name>[^\s}~]*)")]
    private static partial Regex Block();
}
