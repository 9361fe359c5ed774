using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace MockMessaging.State;

/// <summary>Chooses the outcome of messages, a number of times or always.</summary>
internal sealed class OutcomeRule : Record
{
    public required string Id { get; init; }

    public required OutcomeMatch Match { get; init; }

    /// <summary>Null if all goes on as without a rule, and only the reply is the rule's.</summary>
    public string? Outcome { get; init; }

    /// <summary>The provider's reason, in place of the outcome's own.</summary>
    public ReportError? Error { get; init; }

    public StatusDelays Delays { get; init; }

    /// <summary>How often it applies, or how often all its turns are played; null for always.</summary>
    public int? Times { get; init; }

    /// <summary>How the customer replies; null if the outcome decides.</summary>
    public ScriptedReply? Reply { get; init; }

    /// <summary>What happens to the first message, to the second and so on; null if the same happens to each.</summary>
    public IReadOnlyList<OutcomeTurn>? Turns { get; init; }

    /// <summary>The number of messages it was applied to, and so its place in the turns.</summary>
    public int Used { get; set; }

    [JsonIgnore]
    public bool IsUsedUp => Times is { } times && Used >= (long)times * (Turns?.Count ?? 1);

    /// <summary>What happens to the next message.</summary>
    [JsonIgnore]
    public OutcomeTurn Turn => Turns is { Count: > 0 } turns ? turns[Used % turns.Count] : new OutcomeTurn(null, Outcome, Error, Delays, Reply);
}

/// <summary>What happens to one of the messages that a rule is for.</summary>
/// <param name="When">Which message it waits for; null for the next one.</param>
/// <param name="Outcome">Null if all goes on as without a rule.</param>
/// <param name="Error">The provider's reason, in place of the outcome's own.</param>
internal sealed record OutcomeTurn(OutcomeMatch? When, string? Outcome, ReportError? Error, StatusDelays Delays, ScriptedReply? Reply);

/// <summary>A customer's reply that was prescribed word by word: a button or a content.</summary>
/// <param name="Button">Label or code of the button that the customer presses.</param>
/// <param name="Content">Content of the message, as the control plane's <c>inbound</c> takes it.</param>
internal sealed record ScriptedReply(string? Button, JsonObject? Content);

/// <summary>Which messages a rule is for; what is not given matches all. Phone and e-mail are as a contact has them.</summary>
internal sealed record OutcomeMatch(string? ContactId, string? ChannelId, string? TemplateCode, string? Text, string? Type, string? Phone = null, string? Email = null, string? Button = null)
{
    private readonly TextPattern? _words = string.IsNullOrEmpty(Text) ? null : new TextPattern(Text);

    /// <summary>Finds its text in a message; null if any text matches.</summary>
    [JsonIgnore]
    public TextPattern? Words => _words;

    /// <summary>True if everything but text and button matches.</summary>
    public bool Fits(Contact contact, string? templateCode, string type) =>
        (ContactId is null || ContactId == contact.Id)
        && (ChannelId is null || ChannelId == contact.ChannelId)
        && (TemplateCode is null || TemplateCode == templateCode)
        && (Type is null || Type == type)
        && (Phone is null || Phone == contact.Phone)
        && (Email is null || string.Equals(Email, contact.Email, StringComparison.OrdinalIgnoreCase));
}
