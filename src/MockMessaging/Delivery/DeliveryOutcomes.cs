using MockMessaging.Contract;
using MockMessaging.State;

namespace MockMessaging.Delivery;

/// <summary>The table of outcomes, a row each. The OpenAPI document is generated from it; a test compares the table in Control/README.md with it.</summary>
internal static class DeliveryOutcomes
{
    private const long HourMs = 3_600_000;

    private static readonly DeliveryStep Sent = new(delays => delays.SentMs, MessageStatus.Sent);
    private static readonly DeliveryStep Dlvrd = new(delays => delays.DeliveredMs, MessageStatus.Dlvrd);
    private static readonly DeliveryStep Read = new(delays => delays.ReadMs, MessageStatus.Read);

    public static DeliveryOutcome Blocked { get; } =
        new("blocked", "0004", "BLCKD, pushed as FAILD with error 131031.", InsteadOfSent(MessageStatus.Blckd, ProviderErrors.Blocked));

    public static DeliveryOutcome Replies { get; } =
        new("replies", "0006", "SENT, DLVRD, READ, then the customer answers with a text.", Sent, Dlvrd, Read, Reply(ReplyKind.Text));

    /// <summary>Free text outside the customer care window. No test number or rule chooses it.</summary>
    public static DeliveryOutcome CareWindow { get; } =
        new("care-window", null, "CCWIN, pushed as FAILD with error 470.", InsteadOfSent(MessageStatus.Ccwin, ProviderErrors.OutsideWindow));

    /// <summary>A message that breaks a rule of its provider. No test number or rule of a test chooses it.</summary>
    public static DeliveryOutcome Rejected(ReportError reason) => new(ProviderRules.Outcome, null, "FAILD with the provider's code.", InsteadOfSent(MessageStatus.Faild, reason));

    /// <summary>In the order of the README. The first is the usual one.</summary>
    public static IReadOnlyList<DeliveryOutcome> All { get; } =
    [
        new("read", null, "SENT, DLVRD, READ; the customer never answers.", Sent, Dlvrd, Read),
        new("stays-sent", "0001", "SENT, then nothing more.", Sent),
        new("never-read", "0002", "SENT, DLVRD, never READ.", Sent, Dlvrd),
        new("failed", "0003", "SENT, then FAILD with error 131026.", Sent, InsteadOfDlvrd(MessageStatus.Faild, ProviderErrors.Undeliverable)),
        new("outside-window", "0470", "CCWIN, pushed as FAILD with error 470: outside the customer care window.", InsteadOfSent(MessageStatus.Ccwin, ProviderErrors.OutsideWindow)),
        new("limit", "0471", "LIMIT, pushed as FAILD with error 471.", InsteadOfSent(MessageStatus.Limit, ProviderErrors.LimitReached)),
        Blocked,
        new("deleted", "0005", "SENT, DLVRD, then DELTD: the text is emptied.", Sent, Dlvrd, InsteadOfRead(MessageStatus.Deltd)),
        Replies,
        new("delivered-late", "0007", "SENT, then DLVRD an hour later than usual, then READ.", Sent, Late(Dlvrd), Late(Read)),
        new("deleted-after-read", "0008", "SENT, DLVRD, READ, then DELTD: the text is emptied.", Sent, Dlvrd, Read, new(delays => delays.ReplyMs, MessageStatus.Deltd)),
        new("presses-button", "0009", "SENT, DLVRD, READ, then the customer presses the first QUICK_REPLY button, or answers with a text where there is none.", Sent, Dlvrd, Read, Reply(ReplyKind.FirstButton)),
        new("sends-picture", "0010", "SENT, DLVRD, READ, then the customer sends a picture.", Sent, Dlvrd, Read, Reply(ReplyKind.Picture)),
        new("says-stop", "0011", "SENT, DLVRD, READ, then the customer answers STOP.", Sent, Dlvrd, Read, Reply(ReplyKind.Stop)),
    ];

    public static DeliveryOutcome? Find(string? name) => All.FirstOrDefault(outcome => string.Equals(outcome.Name, name, StringComparison.OrdinalIgnoreCase));

    /// <summary>The outcome of a phone: by its last four digits, else the usual one.</summary>
    public static DeliveryOutcome Of(string? phone) =>
        phone is { Length: >= 4 } ? All.FirstOrDefault(outcome => outcome.TestNumber is { } number && phone.EndsWith(number, StringComparison.Ordinal)) ?? All[0] : All[0];

    private static DeliveryStep InsteadOfSent(MessageStatus status, ReportError error) => new(delays => delays.SentMs, status, error);

    private static DeliveryStep InsteadOfDlvrd(MessageStatus status, ReportError error) => new(delays => delays.DeliveredMs, status, error);

    private static DeliveryStep InsteadOfRead(MessageStatus status) => new(delays => delays.ReadMs, status);

    private static DeliveryStep Late(DeliveryStep step) => step with { DelayMs = delays => step.DelayMs(delays) + HourMs };

    private static DeliveryStep Reply(ReplyKind reply) => new(delays => delays.ReplyMs, null, Reply: reply);
}
