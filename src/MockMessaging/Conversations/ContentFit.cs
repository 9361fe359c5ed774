using System.Globalization;
using MockMessaging.Contract;
using MockMessaging.Errors;

namespace MockMessaging.Conversations;

/// <summary>Refuses content of a customer's message that no push would have: a test would wait for it in vain.</summary>
internal static class ContentFit
{
    private const string Reply = "reply";

    /// <param name="at">What stands before the names of its fields, such as <c>messages[0].</c>.</param>
    /// <exception cref="ApiException">There are two contents, or one that the type has not, or none.</exception>
    public static void Check(CustomerContent given, string at)
    {
        var contents = ContentsOf(given);
        var type = string.IsNullOrEmpty(given.Type) ? null : given.Type;
        if (contents is [var first, var second, ..])
        {
            throw Refused(at, second, $"there is {first} as well, and a message has one content; {(contents.Contains(MessageTypes.Text) ? $"{CaptionHint(contents)}or send two with messages" : "send two with messages")}");
        }

        if (type is not null && MessageTypes.Find(type) is null && NearestName.OfTypo(type, MessageTypes.FromCustomers) is { } meant)
        {
            throw Refused(at, "type", $"'{type}' is no type of message; did you mean '{meant}'? Give another word for a type that the app does not know");
        }

        if (type is not null && contents is [var only] && !Fits(type, only))
        {
            throw Refused(at, only, $"a message of type '{Cut(type)}' has none; leave out type, {(only == MessageTypes.Text ? CaptionHint([type]) : "")}or give what belongs to the type");
        }

        if (given.Contacts is { Count: 0 } || given.Contacts?.Any(card => card is null) is true)
        {
            throw Refused(at, MessageTypes.Contacts, "give one card or more, each an object");
        }

        Degrees(at + "location.latitude", given.Location?.Latitude, 90);
        Degrees(at + "location.longitude", given.Location?.Longitude, 180);
    }

    private static List<string> ContentsOf(CustomerContent given)
    {
        List<string> contents = [.. MessageTypes.All.Where(type => type.Inbound?.Invoke(given) is not null).Select(type => type.Name)];
        return [.. given.Text is null ? [] : new[] { MessageTypes.Text }, .. contents, .. given.Reply is null ? [] : new[] { Reply }];
    }

    /// <summary>A type that is not in the table has a text at most; anything else comes with <c>content</c>.</summary>
    private static bool Fits(string type, string content) => MessageTypes.Find(type) switch
    {
        { Name: MessageTypes.Text } => content is MessageTypes.Text or Reply,
        { Inbound: not null } known => content == known.Name,
        _ => content == MessageTypes.Text,
    };

    private static string CaptionHint(IEnumerable<string> types) =>
        types.FirstOrDefault(type => MessageTypes.Find(type) is { Inbound: not null, Name: not (MessageTypes.Location or MessageTypes.Contacts) }) is { } media ? $"give the words below a file as {MessageTypes.NameOf(media)}.caption, " : "";

    private static void Degrees(string field, string? given, double most)
    {
        if (given is not null && !(double.TryParse(given, NumberStyles.Float, CultureInfo.InvariantCulture, out var degrees) && Math.Abs(degrees) <= most))
        {
            throw ErrorCatalog.Impossible(field, $"{field}: '{Cut(given)}' is no number from -{most} to {most}; give degrees such as 12.90909.");
        }
    }

    private static ApiException Refused(string at, string field, string reason) => ErrorCatalog.Impossible(at + field, $"{at}{field}: {reason}.");

    private static string Cut(string text) => text.Length <= 100 ? text : text[..100] + "…";
}
