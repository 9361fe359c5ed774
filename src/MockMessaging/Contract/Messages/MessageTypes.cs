using System.Reflection;

namespace MockMessaging.Contract;

/// <summary>The types of messages this server treats in a way of their own. Any other type is sent and pushed with whatever it holds.</summary>
internal static class MessageTypes
{
    public const string Audio = "audio";
    public const string Contacts = "contacts";
    public const string Document = "document";
    public const string Image = "image";
    public const string Location = "location";
    public const string Optin = "optin";
    public const string Template = "template";
    public const string Text = "text";
    public const string Video = "video";
    public const string Voice = "voice";

    private static readonly string[] All = [Text, Template, Image, Document, Video, Audio, Voice, Location, Contacts, Optin];

    /// <summary>The types the vendor's document lists for messages to send.</summary>
    public static IReadOnlyList<string> Documented => typeof(OutBoundMsg).GetProperty(nameof(OutBoundMsg.Type))!.GetCustomAttribute<DocumentedValuesAttribute>()!.Values;

    /// <summary>The known type a word means, in whatever case it is written; any other word is a type of its own.</summary>
    public static string Of(string word)
    {
        foreach (var type in All)
        {
            if (type.Equals(word, StringComparison.OrdinalIgnoreCase))
            {
                return type;
            }
        }

        return word;
    }
}
