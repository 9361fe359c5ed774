namespace MockMessaging.Delivery;

/// <summary>The names of all outcomes, and the one table of them that is run, documented and shown.</summary>
internal static class DeliveryOutcomes
{
    public const string Read = "read";

    public const string StaysSent = "stays-sent";

    public const string NeverRead = "never-read";

    public const string Failed = "failed";

    public const string OutsideWindow = "outside-window";

    public const string LimitReached = "limit";

    public const string Blocked = "blocked";

    public const string Deleted = "deleted";

    public const string Replies = "replies";

    public const string DeliveredLate = "delivered-late";

    public const string DeletedAfterRead = "deleted-after-read";

    public const string PressesButton = "presses-button";

    public const string SendsPicture = "sends-picture";

    public const string SaysStop = "says-stop";

    public static IReadOnlyList<IDeliveryOutcome> All { get; } =
    [
        new ReadOutcome(),
        new StaysSentOutcome(),
        new NeverReadOutcome(),
        new FailedOutcome(),
        new OutsideWindowOutcome(),
        new LimitReachedOutcome(),
        new BlockedOutcome(),
        new DeletedOutcome(),
        new RepliesOutcome(),
        new DeliveredLateOutcome(),
        new DeletedAfterReadOutcome(),
        new PressesButtonOutcome(),
        new SendsPictureOutcome(),
        new SaysStopOutcome(),
    ];

    public static IDeliveryOutcome? Find(string? name) => All.FirstOrDefault(outcome => string.Equals(outcome.Name, name, StringComparison.OrdinalIgnoreCase));

    /// <summary>The outcome of a contact: by the last four digits of the phone, else the usual one.</summary>
    public static IDeliveryOutcome Of(string? phone) =>
        phone is { Length: >= 4 } ? All.FirstOrDefault(outcome => outcome.TestNumber is { } number && phone.EndsWith(number, StringComparison.Ordinal)) ?? All[0] : All[0];
}
