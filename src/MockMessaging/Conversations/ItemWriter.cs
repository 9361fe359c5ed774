using System.Text.Json;
using System.Text.Json.Nodes;
using MockMessaging.Contract;
using MockMessaging.Errors;
using MockMessaging.Http;

namespace MockMessaging.Conversations;

/// <summary>Writes an inbound message as the item that is pushed.</summary>
internal static class ItemWriter
{
    /// <summary>What tells whose message it is; the rest of the workspace relies on it.</summary>
    private static readonly string[] Own = ["id", "messageIdExt", "from", "contactId", "timestamp", "type", "session"];

    public static byte[] Write(InBoundMsg message, JsonObject? content)
    {
        if (message.Form is null && content is not { Count: > 0 })
        {
            return JsonSerializer.SerializeToUtf8Bytes(message, ContractJsonOptions.Sparse.TypeInfo<InBoundMsg>());
        }

        var written = JsonSerializer.SerializeToNode(message, ContractJsonOptions.Sparse.TypeInfo<InBoundMsg>())!.AsObject();
        if (message.Form is not null)
        {
            // The document calls a reply "form"; production's own client reads "input". Both are sent.
            written["input"] = written["form"]!.DeepClone();
        }

        foreach (var (name, value) in content ?? [])
        {
            written[name] = value?.DeepClone();
        }

        return JsonSerializer.SerializeToUtf8Bytes(written, ContractJsonOptions.Sparse);
    }

    /// <summary>Refuses content that takes the place of what this server sets, or that could not be read back.</summary>
    /// <exception cref="ApiException">What is wrong with it.</exception>
    public static void Check(JsonObject? content)
    {
        if (content?.FirstOrDefault(field => Own.Contains(field.Key)).Key is { } own)
        {
            throw ErrorCatalog.Impossible($"content.{own}", $"content cannot set {own}: this server gives it, or the request's own properties do.");
        }

        var shape = ContractJsonOptions.Request.TypeInfo<InBoundMsg>();
        try
        {
            content?.Deserialize(shape);
        }
        catch (JsonException failure)
        {
            var at = failure.Path is ['$', '.', .. var path] ? path : "";
            throw ErrorCatalog.Impossible($"content.{at}", $"content.{at}: expected {ExpectedValue.At(shape, at)}, as a message holds it there.");
        }
    }
}
