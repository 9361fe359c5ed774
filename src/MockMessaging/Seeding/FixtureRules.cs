using MockMessaging.Contract;

namespace MockMessaging.Seeding;

/// <summary>Checks fixtures when they are read, so that the rest of the product can rely on them.</summary>
internal static class FixtureRules
{
    public static readonly HashSet<string> AppTypes = new(
        [
            "AGENT", "MITEL", "WEBHOOK", "APP_SCRIPT", "BOT", "FAQ", "FEEDBACK", "TEAM_ROUTER", "APP_ROUTER", "APP_SWITCH", "QUICK_GALLERY",
            "QUICK_MENU", "AVAMO", "FEEDBACK_V2", "BOTFLOW", "AGENT_GPT", "APPFLOW", "PUSHAPP", "MOENGAGE", "DEFAULT",
        ],
        StringComparer.Ordinal);

    public static void Check(FixtureFile file, IReadOnlyList<ChannelFixture> channels)
    {
        foreach (var channel in channels)
        {
            var colon = channel.ChannelId.IndexOf(':', StringComparison.Ordinal);
            if (colon <= 0 || colon == channel.ChannelId.Length - 1)
            {
                throw file.BrokenAt(
                    channel.ChannelId, $"channelId '{channel.ChannelId}' has no type and lane", "Write <type>:<lane>, such as wa360:918828218374.");
            }

            if (channel.ChannelId.Any(char.IsUpper))
            {
                throw file.BrokenAt(channel.ChannelId, $"channelId '{channel.ChannelId}' is not in lower case", "Write it in lower case.");
            }
        }

        Unique(file, "channelId", channels.Select(channel => channel.ChannelId));
    }

    public static void Check(FixtureFile file, IReadOnlyList<HSMTemplateDoc> templates)
    {
        Unique(file, "id", Given(file, "id", templates.Select(template => template.Id)));
        Unique(file, "name", Given(file, "name", templates.Select(template => template.Name)));
    }

    public static void Check(FixtureFile file, IReadOnlyList<CompanyVarsConfigDoc> variables)
    {
        Unique(file, "id", Given(file, "id", variables.Select(variable => variable.Id)));
        Unique(file, "key", Given(file, "key", variables.Select(variable => variable.Key)));
    }

    public static void Check(FixtureFile file, IReadOnlyList<ClientAppFixture> apps)
    {
        Unique(file, "id", apps.Select(app => app.Id));
        Unique(file, "queue", apps.Select(app => app.Queue));
        foreach (var app in apps)
        {
            if (!AppTypes.Contains(app.AppType))
            {
                throw file.BrokenAt(
                    app.AppType, $"appType '{app.AppType}' is unknown", $"Use one of {string.Join(", ", AppTypes.Order(StringComparer.Ordinal))}.");
            }
        }

        var defaults = apps.Where(app => app.Default).ToList();
        if (defaults.Count == 0)
        {
            throw file.Broken(1, "no app is the default one", "Give one app \"default\": true.");
        }

        if (defaults.Count > 1)
        {
            throw file.BrokenAt(defaults[^1].Id, $"{defaults.Count} apps are the default one", "Leave \"default\": true on one of them.");
        }
    }

    public static void Check(FixtureFile file, IReadOnlyList<ConversationFixture> conversations)
    {
        var ids = conversations.SelectMany(conversation => conversation.Messages.Select(message => message.Id).Prepend(conversation.SessionId)).ToList();
        Unique(file, "id", ids);
        if (conversations.FirstOrDefault(conversation => string.IsNullOrWhiteSpace(conversation.Csid ?? conversation.Phone)) is { } nameless)
        {
            throw file.BrokenAt(nameless.SessionId, $"the customer of session '{nameless.SessionId}' has neither phone nor csid", "Give a \"phone\", or as \"csid\" the customer's id within the channel.");
        }

        foreach (var id in ids.Where(id => id.Length != 24 || !id.All(char.IsAsciiHexDigitLower)))
        {
            throw file.BrokenAt(id, $"id '{id}' is not one of the vendor's", "Write 24 lower-case hex digits.");
        }
    }

    private static IEnumerable<string> Given(FixtureFile file, string property, IEnumerable<string?> values) => values.Select((value, index) =>
        string.IsNullOrWhiteSpace(value)
            ? throw file.Broken(1, $"row {index + 1} has no {property}", $"Give every row a \"{property}\" of its own.")
            : value);

    private static void Unique(FixtureFile file, string property, IEnumerable<string> values)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var value in values)
        {
            if (!seen.Add(value))
            {
                throw file.BrokenAt(value, $"{property} '{value}' is there twice", "Give each row its own.");
            }
        }
    }
}
