using MockMessaging.Contract;
using MockMessaging.Conversations;
using MockMessaging.Errors;
using MockMessaging.State;

namespace MockMessaging.Control;

/// <summary>Which messages a rule is for; what is left out matches all.</summary>
public sealed class OutcomeMatchRequest
{
    /// <summary>To this contact.</summary>
    /// <example>wa919876543210_918828218374</example>
    public string? ContactId { get; set; }

    /// <summary>To a contact with this phone, written in any way that a message may be addressed in.</summary>
    /// <example>+91 98765 43210</example>
    public string? Phone { get; set; }

    /// <summary>To a contact with this e-mail address, in whatever case.</summary>
    public string? Email { get; set; }

    /// <summary>On this channel.</summary>
    public string? ChannelId { get; set; }

    /// <summary>Made from this template.</summary>
    public string? TemplateCode { get; set; }

    /// <summary>With these words somewhere in them, in whatever case; at most 1,000 characters.</summary>
    public string? Text { get; set; }

    /// <summary>Of this type.</summary>
    public string? Type { get; set; }

    internal static OutcomeMatchRequest Of(OutcomeMatch match) => new()
    {
        ContactId = match.ContactId,
        Phone = match.Phone,
        Email = match.Email,
        ChannelId = match.ChannelId,
        TemplateCode = match.TemplateCode,
        Text = match.Text,
        Type = match.Type,
    };

    /// <exception cref="ApiException">No message can ever match.</exception>
    internal OutcomeMatch Parsed(WorkspaceState state)
    {
        Choice.Ensure(Type, DocumentedValuesAttribute.Of<OutBoundMsg>(nameof(OutBoundMsg.Type)), "match.type", ErrorCatalog.Impossible);
        EnsureKnown(ChannelId, [.. state.Channels.Select(channel => channel.ChannelId)], "match.channelId", "GET /api/v1/config/channels");
        EnsureKnown(TemplateCode, [.. state.Templates.Select(template => template.Code).OfType<string>()], "match.templateCode", "GET /api/v1/config/tmpl/hsm");
        if (Text is { Length: 0 or > TextPattern.Longest })
        {
            throw ErrorCatalog.Impossible("match.text", $"match.text has {Text.Length} characters; give 1 to {TextPattern.Longest}, or leave it out for any text.");
        }

        return new OutcomeMatch(
            Filled(ContactId, "match.contactId"),
            ChannelId,
            TemplateCode,
            Text,
            Type?.ToLowerInvariant(),
            Filled(ContactAddress.Normalise(Phone), "match.phone"),
            Filled(Email?.Trim(), "match.email"));
    }

    private static string? Filled(string? value, string field) => value is null || !string.IsNullOrWhiteSpace(value)
        ? value
        : throw ErrorCatalog.Impossible(field, $"{field} is empty; leave it out for all.");

    private static void EnsureKnown(string? id, IReadOnlyList<string> known, string field, string where)
    {
        if (id is not null && !known.Contains(id))
        {
            throw ErrorCatalog.Impossible(field, $"{field}: there is no '{id}'{Choice.DidYouMean(id, known)}; {where} lists them.");
        }
    }
}
