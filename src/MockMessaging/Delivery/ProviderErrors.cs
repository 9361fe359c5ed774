using MockMessaging.Contract;
using MockMessaging.State;

namespace MockMessaging.Delivery;

/// <summary>Reasons of providers for failed messages. Code and title of 470 are those of the vendor's document.</summary>
internal static class ProviderErrors
{
    private const string Reference = "https://developers.facebook.com/docs/whatsapp/api/errors#error";

    public static readonly ReportError OutsideWindow = new(
        "470",
        "Failed to send message because you are outside the support window for freeform messages to this user. Please use a valid HSM notification or reconsider.",
        Href: Reference);

    public static readonly ReportError LimitReached = new("471", "Failed to send message because the sending limit is reached.", "Wait until the limit is raised or renewed.", Reference);

    public static readonly ReportError Undeliverable = new("131026", "Message undeliverable", "The receiver cannot be reached on this channel.", Reference);

    public static readonly ReportError Blocked = new("131031", "Account has been locked", "The contact or the account is blocked. No message goes through until the block is lifted.", Reference);

    private static readonly ReportError MediaFailed = new("131053", "Media upload error", "The file of the message could not be downloaded from its link.", Reference);

    private const string Meta = "https://developers.facebook.com/docs/whatsapp/cloud-api/support/error-codes/";
    private const string Twilio = "https://www.twilio.com/docs/api/errors/";
    private const string Telegram = "https://core.telegram.org/bots/api";

    public static readonly ReportError Receiver = Undeliverable with { Href = Meta };
    public static readonly ReportError Parameter = new("131009", "Parameter value is not valid", Href: Meta);
    public static readonly ReportError OptedOut = new("131050", "Unable to deliver the message. This recipient has chosen to stop receiving marketing messages on WhatsApp from your business", Href: Meta);
    public static readonly ReportError TemplateCount = new("132000", "Template Param Count Mismatch", Href: Meta);
    public static readonly ReportError TemplateMissing = new("132001", "Template does not exist", Href: Meta);
    public static readonly ReportError TemplateTooLong = new("132005", "Template Hydrated Text Too Long", Href: Meta);
    public static readonly ReportError TemplateFormat = new("132012", "Template Parameter Format Mismatch", Href: Meta);
    public static readonly ReportError FileRefused = MediaFailed with { Details = null, Href = "https://developers.facebook.com/docs/whatsapp/cloud-api/reference/media" };
    public static readonly ReportError Messenger = new("100", "(#100) Length of param message[text] must be less than or equal to 2000", Href: "https://developers.facebook.com/docs/messenger-platform/reference/send-api");
    public static readonly ReportError Instagram = new("100", "Invalid parameter", Href: "https://developers.facebook.com/docs/instagram-platform/instagram-api-with-instagram-login/messaging-api/");
    public static readonly ReportError SmsReceiver = new("21211", "Invalid 'To' Phone Number", Href: Twilio + "21211");
    public static readonly ReportError SmsOptedOut = new("21610", "Attempt to send to unsubscribed recipient", Href: Twilio + "21610");
    public static readonly ReportError SmsTooLong = new("21617", "The concatenated message body exceeds the 1600 character limit", Href: Twilio + "21617");
    public static readonly ReportError TelegramText = new("400", "Bad Request: message is too long", Href: Telegram);
    public static readonly ReportError TelegramCaption = new("400", "Bad Request: message caption is too long", Href: Telegram);
    public static readonly ReportError TwitterText = new("354", "The text of your direct message is over the max character limit.", Href: "https://developer.x.com/en/support/x-api/error-troubleshooting");
    public static readonly ReportError MailReceiver = new("5.1.3", "Bad destination mailbox address syntax", Href: "https://www.rfc-editor.org/rfc/rfc3463");

    /// <summary>A file of the message could not be downloaded.</summary>
    public static ReportError MediaUnavailable(string reason) => MediaFailed with { Details = reason };

    /// <summary>The reason with a code; null for an unknown code.</summary>
    public static ReportError? Find(string code) =>
        new[] { OutsideWindow, LimitReached, Undeliverable, Blocked, MediaFailed }.Concat(ProviderRules.All.Select(rule => rule.Reason).OfType<ReportError>()).FirstOrDefault(error => error.Code == code);

    /// <summary>The usual reason of a failure; null for any other status.</summary>
    public static ReportError? Usual(MessageStatus status) => status switch
    {
        MessageStatus.Faild => Undeliverable,
        MessageStatus.Ccwin => OutsideWindow,
        MessageStatus.Limit => LimitReached,
        MessageStatus.Blckd => Blocked,
        _ => null,
    };
}
