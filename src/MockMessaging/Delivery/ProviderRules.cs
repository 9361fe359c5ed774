using MockMessaging.Contract;

namespace MockMessaging.Delivery;

/// <summary>What providers reject although the API accepts it, one rule per row. A message that breaks a rule is accepted with a warning.</summary>
internal static class ProviderRules
{
    private static readonly ContactType[] WhatsApp = [ContactType.WhatsApp];
    private static readonly ContactType[] ByPhone = [ContactType.WhatsApp, ContactType.Sms];
    private static readonly ContactType[] ByMail = [ContactType.Email];

    public static IReadOnlyList<ProviderRule> All { get; } =
    [
        new(ByPhone, "phone-digits", 0, static (message, _) => ReceiverBreaches.Phone(message)),
        new(ByMail, "mail-address", 0, static (message, _) => ReceiverBreaches.Mail(message)),
        new(WhatsApp, "template-blanks", 4, TemplateBreaches.Blanks),
        new(WhatsApp, "reply-buttons", 3, ButtonBreaches.Replies),
        new(WhatsApp, "button-label", 20, ButtonBreaches.Labels),
        new(WhatsApp, "list-rows", 10, ButtonBreaches.Rows),
        new(WhatsApp, "list-row-title", 24, ButtonBreaches.RowTitles),
        new(WhatsApp, "image-type", 0, static (message, _) => FileBreaches.Of("image", message.Image, "image/jpeg", "image/png")),
        new(WhatsApp, "video-type", 0, static (message, _) => FileBreaches.Of("video", message.Video, "video/mp4", "video/3gpp")),
        new(WhatsApp, "audio-type", 0, static (message, _) => FileBreaches.Of("audio", message.Audio, "audio/aac", "audio/amr", "audio/mpeg", "audio/mp4", "audio/ogg")),
    ];

    /// <summary>Adds a sentence for each limit a message breaks.</summary>
    public static void Check(ContactType channel, OutBoundMsg message, List<string> warnings)
    {
        foreach (var rule in All)
        {
            if (rule.Channels.Contains(channel))
            {
                warnings.AddRange(rule.Breaches(message, rule.Limit));
            }
        }
    }
}

/// <summary>A limit of a provider that this API does not enforce.</summary>
internal sealed record ProviderRule(ContactType[] Channels, string Name, int Limit, Func<OutBoundMsg, int, IEnumerable<string>> Breaches);
