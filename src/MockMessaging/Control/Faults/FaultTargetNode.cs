using System.Text.Json;
using System.Text.Json.Nodes;
using MockMessaging.Errors;
using MockMessaging.Http;
using MockMessaging.State;

namespace MockMessaging.Control;

/// <summary>The target of a fault as JSON: the word <c>webhooks</c> or <c>media</c>, or an object.</summary>
internal static class FaultTargetNode
{
    private static readonly string[] Fields = ["method", "path", "media", "webhooks", "type", "status", "contactId"];

    private static readonly string[] Words = ["webhooks", "media"];

    private static readonly string[] DownloadMethods = ["GET", "HEAD"];

    /// <exception cref="ApiException">It is not a target, or nothing can ever match it.</exception>
    public static FaultTarget Parse(JsonNode? target, bool effectIsForPushes, ApiRoutes routes) => target switch
    {
        null => new FaultTarget(effectIsForPushes),
        JsonValue word when word.GetValueKind() == JsonValueKind.String && word.GetValue<string>() is "webhooks" => new FaultTarget(Pushes: true),
        JsonValue word when word.GetValueKind() == JsonValueKind.String && word.GetValue<string>() is "media" => new FaultTarget(Pushes: false, Media: true),
        JsonObject wanted => Parse(wanted, routes),
        JsonValue word when word.GetValueKind() == JsonValueKind.String => throw ErrorCatalog.Impossible(
            "target", $"target: '{JsonPlace.Cut(word.GetValue<string>())}' is not known{Choice.DidYouMean(word.GetValue<string>(), Words)}; use the word webhooks or media, or an object."),
        _ => throw ErrorCatalog.Impossible("target", "target must be the word webhooks or media, or an object."),
    };

    /// <summary>The target in the form in which it can be posted.</summary>
    public static JsonObject Of(FaultTarget target)
    {
        (string Name, JsonNode? Value)[] fields =
        [
            ("webhooks", target.Pushes ? true : null), ("media", target.Media ? true : null), ("method", target.Method), ("path", target.Path),
            ("type", target.Type?.ToString().ToLowerInvariant()), ("status", target.Subject), ("contactId", target.ContactId),
        ];
        return new JsonObject(fields.Where(field => field.Value is not null).Select(field => KeyValuePair.Create(field.Name, field.Value)));
    }

    private static FaultTarget Parse(JsonObject wanted, ApiRoutes routes)
    {
        if (wanted.Select(field => field.Key).Except(Fields).FirstOrDefault() is { } unknown)
        {
            throw ErrorCatalog.Impossible($"target.{unknown}", $"target.{unknown} is not known{Choice.DidYouMean(unknown, Fields)}; use method and path, or media, or webhooks, type, status and contactId.");
        }

        var (webhooks, media) = (Flag(wanted, "webhooks"), Flag(wanted, "media"));
        var (method, path) = (Word(wanted, "method"), ApiRoutes.Path(Word(wanted, "path"), "target.path", ErrorCatalog.Impossible));
        var (type, status, contactId) = (Word(wanted, "type"), Word(wanted, "status"), Word(wanted, "contactId"));
        var isForPushes = webhooks is true || type is not null || status is not null || contactId is not null;
        if (isForPushes && (webhooks is false || method is not null || path is not null || media is true))
        {
            throw ErrorCatalog.Impossible("target", "target: method, path and media are for requests; webhooks, type, status and contactId are for pushes. A fault hits only one of the two.");
        }

        if (!isForPushes)
        {
            return media ?? MediaPath.IsOfDownloads(path) ? OfMedia(method, path) : OfApi(method, path, routes);
        }

        return new FaultTarget(Pushes: true, Type: PushSubjects.Type(type, "target.type", ErrorCatalog.Impossible), Subject: PushSubjects.Subject(type, status, "target.status"), ContactId: contactId);
    }

    private static FaultTarget OfApi(string? method, string? path, ApiRoutes routes)
    {
        if (MediaPath.IsOfDownloads(path))
        {
            throw ErrorCatalog.Impossible("target.media", $"target.media is false, but target.path '{path}' is about downloads of media; leave media out.");
        }

        routes.EnsureRoute(method, path, "target");
        return new FaultTarget(Pushes: false, method, path);
    }

    private static FaultTarget OfMedia(string? method, string? path)
    {
        Choice.Ensure(method, DownloadMethods, "target.method", ErrorCatalog.Impossible);
        return path is null || MediaPath.IsOfDownloads(path)
            ? new FaultTarget(Pushes: false, method, path, Media: true)
            : throw ErrorCatalog.Impossible("target.path", $"target.path: '{path}' is no path of a media link, such as {MediaPath.Root}/*; leave it out to hit every download.");
    }

    private static bool? Flag(JsonObject wanted, string name) => wanted[name] switch
    {
        null => null,
        JsonValue value when value.GetValueKind() is JsonValueKind.True or JsonValueKind.False => value.GetValueKind() == JsonValueKind.True,
        _ => throw ErrorCatalog.Impossible($"target.{name}", $"target.{name} must be true or false."),
    };

    private static string? Word(JsonObject owner, string name) => owner[name] switch
    {
        null => null,
        JsonValue value when value.GetValueKind() == JsonValueKind.String => value.GetValue<string>(),
        _ => throw ErrorCatalog.Impossible($"target.{name}", $"target.{name} must be a string."),
    };
}
