using MockMessaging.Contract;
using MockMessaging.Conversations;

namespace MockMessaging.Delivery;

/// <summary>Files a provider does not take as what they are sent as. Only a known extension tells; any other file passes.</summary>
internal static class FileBreaches
{
    public static IEnumerable<string> Of(string kind, OutBoundMsgMedia? media, params string[] taken) =>
        media is not null && MediaFiles.TypeOf(media.Filename, media.Link) is { } type && !taken.Contains(type)
            ? [$"{kind}.link is a file of type {type}; WhatsApp takes {string.Join(", ", taken)} as {kind}"]
            : [];
}
