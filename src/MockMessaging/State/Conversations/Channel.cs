using MockMessaging.Contract;
using MockMessaging.Seeding;

namespace MockMessaging.State;

/// <summary>A business number or account messages are sent from.</summary>
internal sealed record Channel(string ChannelId, string ChannelType, string Lane, ContactType ContactType, string Name, bool Disabled, bool Sandbox)
{
    public static Channel Of(ChannelFixture fixture)
    {
        var parts = fixture.ChannelId.Split(':', 2);
        var contactType = ChannelTypes.ContactTypeOf(parts[0]);
        return new Channel(fixture.ChannelId, parts[0], parts[1], contactType, fixture.Name ?? $"{WireNames.Of(contactType)} {parts[1]}", fixture.Disabled, fixture.Sandbox);
    }
}

/// <summary>Channel types, which are the part of a channel id before the colon, and the contact type of each.</summary>
internal static class ChannelTypes
{
    public static IReadOnlyList<string> Known { get; } =
    [
        "wa360", "wac360", "wacfb", "wags", "fb", "ig", "tw", "tg", "web", "sms", "smstw", "mailto", "outlook", "gmail", "imap", "oa", "firebase", "pa",
        "rcstlf", "clickpost", "none",
    ];

    public static ContactType ContactTypeOf(string channelType) => channelType switch
    {
        "wa360" or "wac360" or "wacfb" or "wags" => ContactType.WhatsApp,
        "fb" => ContactType.Facebook,
        "ig" => ContactType.Instagram,
        "tw" => ContactType.Twitter,
        "tg" => ContactType.Telegram,
        "sms" or "smstw" => ContactType.Sms,
        "mailto" or "outlook" or "gmail" or "imap" => ContactType.Email,
        "oa" => ContactType.Oa,
        "firebase" or "pa" => ContactType.Push,
        _ => ContactType.Website,
    };

    /// <summary>The first letters of a contact id.</summary>
    public static string PrefixOf(ContactType contactType) => contactType switch
    {
        ContactType.WhatsApp => "wa",
        ContactType.Facebook => "fb",
        ContactType.Instagram => "ig",
        ContactType.Twitter => "tw",
        ContactType.Telegram => "tg",
        ContactType.Sms => "sms",
        ContactType.Email => "email",
        ContactType.Push => "push",
        ContactType.Oa => "oa",
        ContactType.Website => "web",
        _ => contactType.ToString().ToLowerInvariant(),
    };
}
