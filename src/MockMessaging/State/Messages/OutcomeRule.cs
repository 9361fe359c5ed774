using System.Text.Json.Serialization;

namespace MockMessaging.State;

/// <summary>Chooses the outcome of messages, a number of times or always.</summary>
internal sealed class OutcomeRule : Record
{
    public required string Id { get; init; }

    public required OutcomeMatch Match { get; init; }

    public required string Outcome { get; init; }

    /// <summary>The provider's reason, in place of the outcome's own.</summary>
    public ReportError? Error { get; init; }

    public StatusDelays Delays { get; init; }

    /// <summary>How often it applies; null for always.</summary>
    public int? Times { get; init; }

    public int Used { get; set; }

    [JsonIgnore]
    public bool IsUsedUp => Times is { } times && Used >= times;
}

/// <summary>Which messages a rule is for; what is not given matches all. Phone and e-mail are as a contact has them.</summary>
internal sealed record OutcomeMatch(string? ContactId, string? ChannelId, string? TemplateCode, string? Text, string? Type, string? Phone = null, string? Email = null)
{
    private readonly TextPattern? _words = string.IsNullOrEmpty(Text) ? null : new TextPattern(Text);

    /// <summary>Finds its text in a message; null if any text matches.</summary>
    [JsonIgnore]
    public TextPattern? Words => _words;

    /// <summary>True if everything but the text matches.</summary>
    public bool Fits(Contact contact, string? templateCode, string type) =>
        (ContactId is null || ContactId == contact.Id)
        && (ChannelId is null || ChannelId == contact.ChannelId)
        && (TemplateCode is null || TemplateCode == templateCode)
        && (Type is null || Type == type)
        && (Phone is null || Phone == contact.Phone)
        && (Email is null || string.Equals(Email, contact.Email, StringComparison.OrdinalIgnoreCase));
}
