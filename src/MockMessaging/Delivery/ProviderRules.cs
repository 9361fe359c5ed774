using System.Text.Json;
using MockMessaging.Contract;
using MockMessaging.Fidelity;
using MockMessaging.State;

namespace MockMessaging.Delivery;

/// <summary>
/// What providers refuse although the API accepts it, a row each; a test compares the table in Control/README.md with it. Of several broken
/// rules, the first is the reason of the failure.
/// </summary>
internal static class ProviderRules
{
    /// <summary>Name of the outcome of a message that fails because it breaks a rule.</summary>
    public const string Outcome = "rejected";

    private const int Megabyte = 1_024 * 1_024;
    private const int LongestDetails = 1_000;
    private const string WhatsAppHelp = "https://faq.whatsapp.com/1294841057948784";

    public static IReadOnlyList<ProviderRule> All { get; } =
    [
        new("phone", ContactType.WhatsApp, "`to.phone` has a country code, as many digits as numbers of that country, and nothing else", null, ProviderErrors.Receiver, ReceiverBreaches.Phone),
        new("phone", ContactType.Sms, "`to.phone` has a country code, as many digits as numbers of that country, and nothing else", null, ProviderErrors.SmsReceiver, ReceiverBreaches.Phone),
        new("old-phone", ContactType.WhatsApp, "mobile numbers of Brazil, Argentina and Mexico have today's form", null, null, ReceiverBreaches.OldPhone) { Source = WhatsAppHelp },
        new("mail-address", ContactType.Email, "`to.email` is one plain address", null, ProviderErrors.MailReceiver, ReceiverBreaches.Mail),
        new("opted-out", ContactType.WhatsApp, "nothing is sent after `optout`, until `optin`", null, ProviderErrors.OptedOut, ReceiverBreaches.OptedOut),
        new("opted-out", ContactType.Sms, "nothing is sent after STOP until START, or after `optout` until `optin`", null, ProviderErrors.SmsOptedOut, ReceiverBreaches.OptedOut),
        new("text-length", ContactType.WhatsApp, "characters of a text", 4_096, ProviderErrors.Parameter, TextBreaches.Text),
        new("text-length", ContactType.Sms, "characters of a text", 1_600, ProviderErrors.SmsTooLong, TextBreaches.Text),
        new("text-length", ContactType.Facebook, "characters of a text", 2_000, ProviderErrors.Messenger, TextBreaches.Text),
        new("text-length", ContactType.Instagram, "bytes of a text in UTF-8", 1_000, ProviderErrors.Instagram, TextBreaches.Bytes),
        new("text-length", ContactType.Telegram, "characters of a text", 4_096, ProviderErrors.TelegramText, TextBreaches.Text),
        new("text-length", ContactType.Twitter, "characters of a text", 10_000, ProviderErrors.TwitterText, TextBreaches.Text),
        new("button-text-length", ContactType.WhatsApp, "characters of a text with reply buttons", 1_024, ProviderErrors.Parameter, TextBreaches.WithButtons),
        new("caption-length", ContactType.WhatsApp, "characters of a caption", 1_024, ProviderErrors.Parameter, TextBreaches.Captions),
        new("caption-length", ContactType.Telegram, "characters of a caption", 1_024, ProviderErrors.TelegramCaption, TextBreaches.Captions),
        new("template-language", ContactType.WhatsApp, "the template exists in `template.lang`", null, ProviderErrors.TemplateMissing, TemplateBreaches.Language),
        new("template-variables", ContactType.WhatsApp, "each `{{data.…}}` of a template without blocks has a value", null, ProviderErrors.TemplateCount, TemplateBreaches.Variables),
        new("template-values", ContactType.WhatsApp, "no line break, no tab and not more blanks in a row in `template.data`", 4, ProviderErrors.TemplateFormat, TemplateBreaches.Values),
        new("template-length", ContactType.WhatsApp, "characters of a filled template", 1_024, ProviderErrors.TemplateTooLong, TextBreaches.Filled),
        new("reply-buttons", ContactType.WhatsApp, "number of reply buttons", 3, ProviderErrors.Parameter, ButtonBreaches.Replies),
        new("button-title", ContactType.WhatsApp, "characters of the label of a button", 20, ProviderErrors.Parameter, ButtonBreaches.Labels),
        new("list-rows", ContactType.WhatsApp, "number of list rows", 10, ProviderErrors.Parameter, ButtonBreaches.Rows),
        new("list-row-title", ContactType.WhatsApp, "characters of the label of a list row", 24, ProviderErrors.Parameter, ButtonBreaches.RowTitles),
        new("list-row-description", ContactType.WhatsApp, "characters of the `desc` of a list row", 72, ProviderErrors.Parameter, ButtonBreaches.RowDescriptions),
        new("image-type", ContactType.WhatsApp, "an image is JPEG or PNG", null, ProviderErrors.FileRefused, FileBreaches.ImageType) { OfFiles = true },
        new("video-type", ContactType.WhatsApp, "a video is MP4 or 3GP", null, ProviderErrors.FileRefused, FileBreaches.VideoType) { OfFiles = true },
        new("audio-type", ContactType.WhatsApp, "audio is AAC, AMR, MP3, M4A or OGG", null, ProviderErrors.FileRefused, FileBreaches.AudioType) { OfFiles = true },
        new("image-size", ContactType.WhatsApp, "bytes of an image, if known", 5 * Megabyte, ProviderErrors.FileRefused, FileBreaches.ImageSize) { OfFiles = true },
        new("audio-video-size", ContactType.WhatsApp, "bytes of audio or a video, if known", 16 * Megabyte, ProviderErrors.FileRefused, FileBreaches.AudioVideoSize) { OfFiles = true },
        new("document-size", ContactType.WhatsApp, "bytes of a document, if known", 100 * Megabyte, ProviderErrors.FileRefused, FileBreaches.DocumentSize) { OfFiles = true },
    ];

    /// <summary>Adds a sentence for each problem of a message.</summary>
    /// <returns>The provider's reason if the message fails; null if it goes on.</returns>
    public static ReportError? Check(ProviderCheck check, List<string> warnings)
    {
        if (check.State.RulesMode == RulesMode.Off)
        {
            return null;
        }

        ReportError? reason = null;
        foreach (var rule in All)
        {
            if (rule.Channel == check.Contact.ContactType)
            {
                foreach (var problem in rule.Breaches(check, rule.Limit ?? 0))
                {
                    warnings.Add(problem);
                    reason ??= rule.Reason is { } refused ? Explained(refused, problem) : null;
                }
            }
        }

        return check.State.RulesMode == RulesMode.Enforce ? reason : null;
    }

    /// <summary>What a provider refuses about the files of a message that were fetched, each with its reason. Empty if rules are off.</summary>
    public static IReadOnlyList<(string Problem, ReportError Reason)> OfFetched(WorkspaceState state, Message message)
    {
        if (state.RulesMode == RulesMode.Off
            || message.Details?.Fetches is not { } fetches
            || JsonSerializer.Deserialize(message.Body, ContractJsonOptions.Request.TypeInfo<OutBoundMsg>()) is not { } request)
        {
            return [];
        }

        var check = new ProviderCheck(state, message.Contact, request, message.Type) { Fetches = fetches };
        return
        [
            .. from rule in All
               where rule.OfFiles && rule.Channel == message.Contact.ContactType
               from problem in rule.Breaches(check, rule.Limit ?? 0)
               select (problem, Explained(rule.Reason!, problem)),
        ];
    }

    private static ReportError Explained(ReportError reason, string problem) =>
        reason with { Details = problem.Length > LongestDetails ? problem[..LongestDetails] : problem };
}

/// <summary>A rule of a provider that this API does not have.</summary>
/// <param name="Checks">What the message must be, or what is counted.</param>
/// <param name="Limit">How many are allowed; null if nothing is counted.</param>
/// <param name="Reason">Code, title and link of the provider's error; null if the provider accepts the message all the same.</param>
/// <param name="Breaches">A sentence for each problem.</param>
internal sealed record ProviderRule(string Name, ContactType Channel, string Checks, int? Limit, ReportError? Reason, Func<ProviderCheck, int, IEnumerable<string>> Breaches)
{
    /// <summary>True if a fetched file may break it after the message was accepted.</summary>
    public bool OfFiles { get; init; }

    /// <summary>Where the provider documents it. Default: the link of the reason.</summary>
    public string Source
    {
        get => field ?? Reason!.Href!;
        init;
    }
}
