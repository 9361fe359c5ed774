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

    public static readonly ReportError Undeliverable = new("131026", "Message undeliverable.", "The receiver cannot be reached on this channel.", Reference);

    public static readonly ReportError Blocked = new("131031", "The contact or the account is blocked.", "No message goes through until the block is lifted.", Reference);

    private static readonly ReportError MediaFailed = new("131053", "Media upload error", "The file of the message could not be downloaded from its link.", Reference);

    /// <summary>A file of the message could not be downloaded.</summary>
    public static ReportError MediaUnavailable(string reason) => MediaFailed with { Details = reason };

    /// <summary>The reason with a code; null for an unknown code.</summary>
    public static ReportError? Find(string code) => new[] { OutsideWindow, LimitReached, Undeliverable, Blocked, MediaFailed }.FirstOrDefault(error => error.Code == code);

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
