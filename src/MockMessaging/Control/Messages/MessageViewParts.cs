using MockMessaging.Delivery;
using MockMessaging.Events;
using MockMessaging.State;

namespace MockMessaging.Control;

/// <summary>The parts of a <see cref="MessageDetail"/>.</summary>
internal static class MessageViewParts
{
    extension(SmsView)
    {
        public static SmsView Of(SmsText text) => new(text.Encoding, text.Units, text.Segments);
    }

    extension(MediaFetchView)
    {
        public static MediaFetchView Of(MediaFetch fetch) => new(
            fetch.Link, fetch.AtMs is null ? "fetching" : fetch.Error is null ? "found" : "failed", fetch.Status, fetch.MimeType, fetch.Bytes, fetch.Redirects, fetch.Error, Instants.Of(fetch.AtMs));
    }

    extension(MessageRequest)
    {
        public static MessageRequest Of(JournalEntry entry) => new(entry.Number, entry.TraceId, entry.Method, entry.Path, entry.Status);
    }
}
