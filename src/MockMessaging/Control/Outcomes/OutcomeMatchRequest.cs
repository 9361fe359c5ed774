using MockMessaging.Contract;
using MockMessaging.Conversations;
using MockMessaging.Errors;
using MockMessaging.State;

namespace MockMessaging.Control;

/// <summary>Which messages a rule applies to. What is left out matches every message.</summary>
public sealed class OutcomeMatchRequest
{
    /// <summary>Messages to this contact.</summary>
    /// <example>wa919876543210_918828218374</example>
    public string? ContactId { get; set; }

    /// <summary>Messages to this phone, in any form that message/send accepts.</summary>
    /// <example>+91 98765 43210</example>
    public string? Phone { get; set; }

    /// <summary>Messages to this e-mail address; upper and lower case are the same.</summary>
    public string? Email { get; set; }

    /// <summary>Messages on this channel.</summary>
    public string? ChannelId { get; set; }

    /// <summary>Messages made from this template.</summary>
    public string? TemplateCode { get; set; }

    /// <summary>Messages that contain this text, at most 1,000 characters; upper and lower case are the same.</summary>
    public string? Text { get; set; }

    /// <summary>Messages of this type, such as text.</summary>
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
            throw ErrorCatalog.Impossible("match.text", $"match.text has {Text.Length} characters; give 1 to {TextPattern.Longest}, or leave it out to match any text.");
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
        : throw ErrorCatalog.Impossible(field, $"{field} is empty; leave it out to match every message.");

    private static void EnsureKnown(string? id, IReadOnlyList<string> known, string field, string where)
    {
        if (id is not null && !known.Contains(id))
        {
            throw ErrorCatalog.Impossible(field, $"{field}: '{id}' does not exist{Choice.DidYouMean(id, known)}; {where} lists them.");
        }
    }
}
