using System.Text.Json;
using System.Text.Json.Nodes;
using MockMessaging.Contract;
using MockMessaging.Conversations;
using MockMessaging.State;

namespace MockMessaging.Sessions;

/// <summary>A client app's message in the transcript.</summary>
internal static class OutboundRow
{
    public static ChatMessageDTO Of(Message message)
    {
        var request = JsonSerializer.Deserialize(message.Body, ContractJsonOptions.Request.TypeInfo<OutBoundMsg>())!;
        var media = Media(message, request);
        var details = message.Details;
        var deleted = message.Status == MessageStatus.Deltd;
        return new ChatMessageDTO
        {
            Text = deleted ? "" : details?.RenderedText ?? request.Text?.Body ?? media.FirstOrDefault().Content?.Caption ?? request.Location?.Name,
            Name = message.App?.Queue,
            Sender = message.App?.Queue,
            Template = details?.TemplateCode,
            TemplateId = details?.TemplateId,
            MessageIdResend = details?.ResendOf,
            Attachments = deleted ? [] : Attachments(message, media),
            Options = Options(request, details?.FromTemplate),
            Vccards = request.Contacts is { Count: > 0 } cards ? [.. cards.Select(CardRow.Of)] : CardRow.OfPlace(request.Location),
            Route = message.App is { } app
                ? new MessageRouter { QueueCode = app.Queue, SendMode = app.AppMode, SenderApp = app.AppType, SenderType = "API", RouterId = message.Session.RoutingId }
                : null,
        };
    }

    private static List<(MessageType Type, OutBoundMsgMedia Content)> Media(Message message, OutBoundMsg request) =>
        [.. from type in MessageTypes.All
            let content = type.Name == MessageTypes.Voice ? Voice(message) : type.Outbound?.Invoke(request) as OutBoundMsgMedia
            where content is not null
            select (type, content)];

    private static IReadOnlyList<Attachment> Attachments(Message message, IEnumerable<(MessageType Type, OutBoundMsgMedia Content)> media)
    {
        List<Attachment> given =
            [.. from medium in media
                let link = medium.Content.Link
                where link is not null
                select new Attachment
                {
                    MediaType = medium.Type.Attachment,
                    MediaURL = link,
                    MediaName = MediaFiles.NameOf(medium.Content.Filename, link),
                    MediaCaption = medium.Content.Caption,
                    MediaMimeType = MediaFiles.TypeOf(medium.Content.Filename, link),
                }];
        return given.Count > 0 || message.Details?.FromTemplate?["attachments"] is not { } fromTemplate
            ? given
            : [.. fromTemplate.AsArray().Select(item => item.Deserialize(ContractJsonOptions.Request.TypeInfo<Attachment>())!)];
    }

    /// <summary>The voice object, which the vendor's own client sends although the document does not list it.</summary>
    private static OutBoundMsgMedia? Voice(Message message)
    {
        if (message.Type != MessageTypes.Voice)
        {
            return null;
        }

        using var request = JsonDocument.Parse(message.Body);
        return request.RootElement.TryGetProperty("voice", out var voice) && voice.ValueKind == JsonValueKind.Object
            ? new OutBoundMsgMedia { Link = Text(voice, "link"), Filename = Text(voice, "filename"), Caption = Text(voice, "caption") }
            : null;

        static string? Text(JsonElement owner, string name) =>
            owner.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
    }

    /// <summary>The options of the request and of the template; the template's win.</summary>
    private static JsonObject? Options(OutBoundMsg request, JsonObject? fromTemplate)
    {
        var options = new JsonObject();
        if (request.Options is { } given)
        {
            options = JsonSerializer.SerializeToNode(given, ContractJsonOptions.Sparse.TypeInfo<CommonMsgOptions>())!.AsObject();
            if (string.Equals(given.ButtonDisplayScheme, "list", StringComparison.OrdinalIgnoreCase))
            {
                options["list"] = true;
            }
        }

        foreach (var (key, value) in fromTemplate ?? [])
        {
            if (key != "attachments")
            {
                options[key] = value?.DeepClone();
            }
        }

        return options.Count == 0 ? null : options;
    }
}
