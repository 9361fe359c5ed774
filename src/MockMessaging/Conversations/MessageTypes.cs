using MockMessaging.Contract;

namespace MockMessaging.Conversations;

/// <summary>A type of message, in both directions.</summary>
internal sealed record MessageType(string Name)
{
    /// <summary>The object that an application must send with this type, null if it is missing. No function: nothing is required.</summary>
    public Func<OutBoundMsg, object?>? Outbound { get; init; }

    /// <summary>The content of a customer's message. A message without a type has the first type whose content is not null.</summary>
    public Func<CustomerContent, object?>? Inbound { get; init; }

    /// <summary>Adds the content to the push of a customer's message. No function: customers do not send this type, but a test may.</summary>
    public Action<InboundComposer>? Compose { get; init; }

    /// <summary>Type of the attachment in the transcript of a session.</summary>
    public MediaType Attachment { get; init; } = MediaType.Document;

    /// <summary>Number of messages of this type in ten messages of made-up traffic.</summary>
    public int TrafficShare { get; init; }
}

/// <summary>The one table of message types. A message of any other type is sent and pushed with whatever it holds.</summary>
internal static class MessageTypes
{
    public const string Contacts = "contacts";
    public const string Location = "location";
    public const string Optin = "optin";
    public const string Optout = "optout";
    public const string Sticker = "sticker";
    public const string Template = "template";
    public const string Text = "text";
    public const string Voice = "voice";

    public static readonly IReadOnlyList<MessageType> All =
    [
        new(Text) { Outbound = message => message.Text, Compose = composer => composer.AddText(), TrafficShare = 6 },
        Media("image", MediaType.Image, message => message.Image, given => given.Image, (pushed, media) => pushed.Image = media, trafficShare: 1),
        Media("video", MediaType.Video, message => message.Video, given => given.Video, (pushed, media) => pushed.Video = media),
        Media("audio", MediaType.Audio, message => message.Audio, given => given.Audio, (pushed, media) => pushed.Audio = media),
        Media(Voice, MediaType.Audio, null, given => given.Voice, (pushed, media) => pushed.Voice = media, trafficShare: 1),
        Media("document", MediaType.Document, message => message.Document, given => given.Document, (pushed, media) => pushed.Document = media, trafficShare: 1),
        new(Location) { Outbound = message => message.Location, Inbound = given => given.Location, Compose = composer => composer.AddLocation(), TrafficShare = 1 },
        new(Contacts) { Outbound = message => message.Contacts, Inbound = given => given.Contacts, Compose = composer => composer.AddCards() },
        new("system") { Compose = composer => composer.AddGivenText() },
        new(Template) { Outbound = message => message.Template is { Id.Length: > 0 } or { Code.Length: > 0 } ? message.Template : null },
        new(Optin),
        new(Optout),
        new(Sticker) { Inbound = given => given.Sticker, Compose = composer => composer.AddSticker(), Attachment = MediaType.Image },
    ];

    /// <summary>Names of the types that customers send.</summary>
    public static IReadOnlyList<string> FromCustomers { get; } = [.. All.Where(type => type.Compose is not null).Select(type => type.Name)];

    /// <summary>The type of a name in any case; null for a type that is not in the table.</summary>
    public static MessageType? Find(string name)
    {
        foreach (var type in All)
        {
            if (type.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                return type;
            }
        }

        return null;
    }

    /// <summary>The name as the table writes it; any other name stays as it is.</summary>
    public static string NameOf(string name) => Find(name)?.Name ?? name;

    /// <summary>A warning about a type that customers do not send, since it may be a mistake; empty for the others.</summary>
    public static IReadOnlyList<string> UnusualForCustomers(string? name) => string.IsNullOrEmpty(name) || Find(name) is { Compose: not null }
        ? []
        : [$"type '{name}' is none of {string.Join(", ", FromCustomers)}; it is pushed as it is"];

    private static MessageType Media(
        string name, MediaType attachment, Func<OutBoundMsg, OutBoundMsgMedia?>? outbound, Func<CustomerContent, CustomerMedia?> inbound,
        Action<InBoundMsg, InBoundMsgMedia> push, int trafficShare = 0) => new(name)
        {
            Outbound = outbound,
            Inbound = inbound,
            Compose = composer => push(composer.Message, composer.Attach(name, inbound(composer.Given))),
            Attachment = attachment,
            TrafficShare = trafficShare,
        };
}
