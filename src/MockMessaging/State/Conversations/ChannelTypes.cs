using MockMessaging.Contract;

namespace MockMessaging.State;

/// <summary>What the part of a channel id before the colon says about the people reached through it.</summary>
internal static class ChannelTypes
{
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
