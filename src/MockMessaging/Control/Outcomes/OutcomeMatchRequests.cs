using MockMessaging.Contract;
using MockMessaging.Conversations;
using MockMessaging.Errors;
using MockMessaging.State;

namespace MockMessaging.Control;

internal static class OutcomeMatchRequests
{
    extension(OutcomeMatchRequest)
    {
        public static OutcomeMatchRequest Of(OutcomeMatch match) => new()
        {
            ContactId = match.ContactId,
            Phone = match.Phone,
            Email = match.Email,
            ChannelId = match.ChannelId,
            TemplateCode = match.TemplateCode,
            Text = match.Text,
            Type = match.Type,
            Button = match.Button,
        };
    }

    extension(OutcomeMatchRequest request)
    {
        /// <exception cref="ApiException">No message can ever match.</exception>
        /// <param name="place">Path of the match, for errors, ending with a point.</param>
        public OutcomeMatch Parsed(WorkspaceState state, string place = "match.")
        {
            Choice.Ensure(request.Type, DocumentedValuesAttribute.Of<OutBoundMsg>(nameof(OutBoundMsg.Type)), place + "type", ErrorCatalog.Impossible);
            EnsureKnown(request.ChannelId, [.. state.Channels.Select(channel => channel.ChannelId)], place + "channelId", "GET /api/v1/config/channels");
            EnsureKnown(request.TemplateCode, [.. state.Templates.Select(template => template.Code).OfType<string>()], place + "templateCode", "GET /api/v1/config/tmpl/hsm");
            if (request.Text is { Length: 0 or > TextPattern.Longest })
            {
                throw ErrorCatalog.Impossible(place + "text", $"{place}text has {request.Text.Length} characters; give 1 to {TextPattern.Longest}, or leave it out to match any text.");
            }

            return new OutcomeMatch(
                Filled(request.ContactId, place + "contactId"),
                request.ChannelId,
                request.TemplateCode,
                request.Text,
                request.Type?.ToLowerInvariant(),
                Filled(ContactAddress.Normalise(request.Phone), place + "phone"),
                Filled(request.Email?.Trim(), place + "email"),
                Filled(request.Button, place + "button"));
        }
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
