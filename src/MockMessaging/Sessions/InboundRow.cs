using System.Text.Json;
using MockMessaging.Contract;
using MockMessaging.Conversations;
using MockMessaging.State;

namespace MockMessaging.Sessions;

/// <summary>A customer's message in the transcript.</summary>
internal static class InboundRow
{
    public static ChatMessageDTO Of(Message message)
    {
        var pushed = JsonSerializer.Deserialize(message.Body, ContractJsonOptions.Request.TypeInfo<InBoundMsg>())!;
        var name = message.Contact.Name;
        return new ChatMessageDTO
        {
            Text = pushed.Text?.Body ?? pushed.Attachments?.FirstOrDefault()?.Caption,
            Name = name,
            Sender = name,
            Attachments = [.. (pushed.Attachments ?? []).Select(media => new Attachment
            {
                MediaType = MessageTypes.Find(message.Type)?.Attachment ?? MediaType.Document,
                MediaURL = media.Link,
                MediaName = media.Filename,
                MediaCaption = media.Caption,
                MediaMimeType = media.MimeType,
            })],
            Vccards = message.Details?.Cards is { Count: > 0 } cards ? [.. cards.Select(CardRow.Of)] : CardRow.OfPlace(pushed.Location),
            Form = pushed.Form is { } form ? JsonSerializer.SerializeToNode(form, ContractJsonOptions.Sparse.TypeInfo<FormReply>())!.AsObject() : null,
            Referral = pushed.Referral,
            Tags = pushed.Tags,
        };
    }
}
