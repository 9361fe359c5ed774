using System.Text.Json.Serialization;

namespace MockMessaging.Workspaces;

/// <summary>Which messages a rule is for; what is not given matches all. Phone and e-mail are as a contact has them.</summary>
internal sealed record OutcomeMatch(string? ContactId, string? ChannelId, string? TemplateCode, string? Text, string? Type, string? Phone = null, string? Email = null)
{
    private readonly TextPattern? _words = string.IsNullOrEmpty(Text) ? null : new TextPattern(Text);

    /// <summary>What its text is looked for with; null if any text will do.</summary>
    [JsonIgnore]
    public TextPattern? Words => _words;

    /// <summary>Whether a message is meant as far as all but its text goes.</summary>
    public bool Fits(Contact contact, string? templateCode, string type) =>
        (ContactId is null || ContactId == contact.Id)
        && (ChannelId is null || ChannelId == contact.ChannelId)
        && (TemplateCode is null || TemplateCode == templateCode)
        && (Type is null || Type == type)
        && (Phone is null || Phone == contact.Phone)
        && (Email is null || string.Equals(Email, contact.Email, StringComparison.OrdinalIgnoreCase));
}
