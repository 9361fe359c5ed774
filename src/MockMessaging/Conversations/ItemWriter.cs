using System.Text.Json;
using System.Text.Json.Nodes;
using MockMessaging.Contract;
using MockMessaging.Errors;
using MockMessaging.Http;

namespace MockMessaging.Conversations;

/// <summary>Writes a customer's message as the item that is pushed.</summary>
internal static class ItemWriter
{
    private const string Session = "session";

    /// <summary>Properties that only this server sets, since the workspace relies on them.</summary>
    private static readonly string[] Reserved = ["id", "messageIdExt", "from", "contactId", "timestamp", "type"];

    private static readonly string[] OfSession = ["assignedToAgent", "assignedToDept"];

    /// <summary>The same item under another id.</summary>
    public static byte[] WithId(byte[] item, string id)
    {
        var written = JsonNode.Parse(item)!;
        written["id"] = id;
        return JsonSerializer.SerializeToUtf8Bytes(written, ContractJsonOptions.Sparse.TypeInfo<JsonNode>());
    }

    /// <param name="sticker">A sticker, for which the documented shape has no property; null for none.</param>
    public static byte[] Write(InBoundMsg message, InBoundMsgMedia? sticker, JsonObject? content)
    {
        if (message.Form is null && sticker is null && content is not { Count: > 0 })
        {
            return JsonSerializer.SerializeToUtf8Bytes(message, ContractJsonOptions.Sparse.TypeInfo<InBoundMsg>());
        }

        var written = JsonSerializer.SerializeToNode(message, ContractJsonOptions.Sparse.TypeInfo<InBoundMsg>())!.AsObject();
        if (message.Form is not null)
        {
            // The document names a reply "form", production's own client reads "input". Both are sent.
            written["input"] = written["form"]!.DeepClone();
        }

        if (sticker is not null)
        {
            written["sticker"] = JsonSerializer.SerializeToNode(sticker, ContractJsonOptions.Sparse.TypeInfo<InBoundMsgMedia>());
        }

        foreach (var (name, value) in content ?? [])
        {
            if (name == Session)
            {
                foreach (var (assigned, to) in value!.AsObject())
                {
                    written[Session]![assigned] = to?.DeepClone();
                }
            }
            else
            {
                written[name] = value?.DeepClone();
            }
        }

        return JsonSerializer.SerializeToUtf8Bytes(written, ContractJsonOptions.Sparse);
    }

    /// <summary>Checks the content that a test adds to a message.</summary>
    /// <exception cref="ApiException">It sets a reserved property, or cannot be read back.</exception>
    public static void Check(JsonObject? content)
    {
        if (content?.FirstOrDefault(field => Reserved.Contains(field.Key)).Key is { } own)
        {
            throw ErrorCatalog.Impossible($"content.{own}", $"content cannot set {own}: this server sets it, from the other properties of the request.");
        }

        if (content?.ContainsKey(Session) is true && !(content[Session] is JsonObject { Count: > 0 } session && session.All(field => OfSession.Contains(field.Key))))
        {
            throw ErrorCatalog.Impossible("content.session", $"content.session: give an object with {string.Join(" or ", OfSession)}; this server sets the rest of session.");
        }

        var shape = ContractJsonOptions.Request.TypeInfo<InBoundMsg>();
        try
        {
            content?.Deserialize(shape);
        }
        catch (JsonException failure)
        {
            var at = failure.Path is ['$', '.', .. var path] ? path : "";
            throw ErrorCatalog.Impossible($"content.{at}", $"content.{at}: expected {JsonPlace.ExpectedAt(shape, at)}, as a message holds it there.");
        }
    }
}
