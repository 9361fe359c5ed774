using MockMessaging.Contract;

namespace MockMessaging.Conversations;

/// <summary>A type of message, in both directions.</summary>
internal sealed record MessageType(string Name)
{
    /// <summary>Returns the object that an application must send with the type, or null if it is missing. Null: the type needs none.</summary>
    public Func<OutBoundMsg, object?>? Outbound { get; init; }

    /// <summary>Returns the content by which a customer's message without a type is of this type, or null if it is missing.</summary>
    public Func<CustomerMessage, object?>? Inbound { get; init; }

    /// <summary>Fills the message that is pushed from what the customer sends. Null: only its text is taken over.</summary>
    public Action<InboundComposer>? Compose { get; init; }

    /// <summary>How the transcript of a session names an attachment of such a message.</summary>
    public MediaType Attachment { get; init; } = MediaType.Document;

    /// <summary>True if customers send it, so that naming it causes no warning.</summary>
    public bool FromCustomers { get; init; }

    /// <summary>How many of ten messages in made-up traffic have this type.</summary>
    public int TrafficShare { get; init; }
}

/// <summary>The one table of message types. A message of any other type is sent and pushed with whatever it holds.</summary>
internal static class MessageTypes
{
    public const string Contacts = "contacts";
    public const string Location = "location";
    public const string Optin = "optin";
    public const string Template = "template";
    public const string Text = "text";
    public const string Voice = "voice";

    public static readonly IReadOnlyList<MessageType> All =
    [
        new(Text) { Outbound = message => message.Text, Compose = composer => composer.AddText(), FromCustomers = true, TrafficShare = 6 },
        Media("image", MediaType.Image, message => message.Image, given => given.Image, (pushed, media) => pushed.Image = media, trafficShare: 1),
        Media("video", MediaType.Video, message => message.Video, given => given.Video, (pushed, media) => pushed.Video = media),
        Media("audio", MediaType.Audio, message => message.Audio, given => given.Audio, (pushed, media) => pushed.Audio = media),
        Media(Voice, MediaType.Audio, null, given => given.Voice, (pushed, media) => pushed.Voice = media, trafficShare: 1),
        Media("document", MediaType.Document, message => message.Document, given => given.Document, (pushed, media) => pushed.Document = media, trafficShare: 1),
        new(Location)
        {
            Outbound = message => message.Location, Inbound = given => given.Location, Compose = composer => composer.AddLocation(),
            FromCustomers = true, TrafficShare = 1,
        },
        new(Contacts) { Outbound = message => message.Contacts, Inbound = given => given.Contacts, Compose = composer => composer.AddCards(), FromCustomers = true },
        new("system") { FromCustomers = true },
        new(Template) { Outbound = message => message.Template is { Id.Length: > 0 } or { Code.Length: > 0 } ? message.Template : null },
        new(Optin),
        new("optout"),
        new("sticker") { Attachment = MediaType.Image },
    ];

    /// <summary>Names of the types that customers send.</summary>
    public static IReadOnlyList<string> FromCustomers { get; } = [.. All.Where(type => type.FromCustomers).Select(type => type.Name)];

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
    public static IReadOnlyList<string> UnusualForCustomers(string? name) => string.IsNullOrEmpty(name) || Find(name) is { FromCustomers: true }
        ? []
        : [$"type '{name}' is none of {string.Join(", ", FromCustomers)}; it is pushed as it is"];

    private static MessageType Media(
        string name, MediaType attachment, Func<OutBoundMsg, OutBoundMsgMedia?>? outbound, Func<CustomerMessage, CustomerMedia?> inbound,
        Action<InBoundMsg, InBoundMsgMedia> push, int trafficShare = 0) => new(name)
        {
            Outbound = outbound,
            Inbound = inbound,
            Compose = composer => push(composer.Message, composer.Attach(name, inbound(composer.Given))),
            Attachment = attachment,
            FromCustomers = true,
            TrafficShare = trafficShare,
        };
}
