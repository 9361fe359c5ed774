using MockMessaging.Events;

namespace MockMessaging.Control;

internal static class RequestViews
{
    extension(RequestView)
    {
        public static RequestView Of(JournalEntry entry) => new(
            entry.Number,
            Instants.Of(entry.AtMs),
            entry.Method,
            entry.Path,
            entry.Query.Length == 0 ? null : entry.Query,
            entry.Status,
            entry.DurationMs,
            entry.TraceId,
            HeadersOf(entry.Headers),
            Bodies.ReadForeign(entry.Body, out _),
            RequestView.WhyWithoutBody(entry.Gap),
            entry.Message is null ? null : [entry.Message.Id.ToString()],
            entry.Message?.Session.Id,
            entry.Message?.Contact.Id,
            entry.Warnings,
            entry.Fault,
            Bodies.ReadForeign(entry.Response, out _),
            entry.IsResponseCut);

        public static string? WhyWithoutBody(BodyGap gap) => gap switch
        {
            BodyGap.TooLarge => "The body was larger than the server accepts (Limits:MaxBodyBytes).",
            BodyGap.Cut => "The client did not send the whole body.",
            BodyGap.Unread => "The server was full and did not read the body.",
            _ => null,
        };
    }

    private static Dictionary<string, string> HeadersOf(RecordedHeaders headers) =>
        headers.Lines.GroupBy(line => line.Key, StringComparer.OrdinalIgnoreCase).ToDictionary(lines => lines.Key, lines => string.Join(", ", lines.Select(line => line.Value)));
}
