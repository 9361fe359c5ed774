namespace MockMessaging.Conversations;

/// <summary>
/// The words by which somebody stops and starts messages on SMS. Carriers heed them before the sender learns of it, and let nothing through
/// in between; other channels leave them to the sender.
/// </summary>
internal static class StopWords
{
    private static readonly string[] Stop = ["STOP", "STOPALL", "UNSUBSCRIBE", "CANCEL", "END", "QUIT"];

    private static readonly string[] Start = ["START", "YES", "UNSTOP"];

    /// <summary>True if a text stops messages, false if it starts them again, null for any other text.</summary>
    public static bool? In(string? text) =>
        Contains(Stop, text) ? true : Contains(Start, text) ? false : null;

    private static bool Contains(string[] words, string? text) => words.Contains(text?.Trim(), StringComparer.OrdinalIgnoreCase);
}
