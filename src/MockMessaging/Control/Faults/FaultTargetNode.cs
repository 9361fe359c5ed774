using System.Text.Json;
using System.Text.Json.Nodes;
using MockMessaging.Errors;
using MockMessaging.State;

namespace MockMessaging.Control;

/// <summary>The target of a fault as JSON, which may be a word or an object.</summary>
internal static class FaultTargetNode
{
    private static readonly string[] OfCalls = ["method", "path"];

    private static readonly string[] OfPushes = ["webhooks", "type", "status", "contactId"];

    /// <exception cref="ApiException">It is no target, or one that nothing can ever hit.</exception>
    public static FaultTarget Parse(JsonNode? target, bool effectIsForPushes, ApiRoutes routes) => target switch
    {
        null => new FaultTarget(effectIsForPushes),
        JsonValue word when word.GetValueKind() == JsonValueKind.String && word.GetValue<string>() is "webhooks" => new FaultTarget(Pushes: true),
        JsonObject wanted => Parse(wanted, routes),
        _ => throw ErrorCatalog.Impossible("target", "target is neither the word webhooks nor an object."),
    };

    /// <summary>The target as it could be given again.</summary>
    public static JsonObject Of(FaultTarget target)
    {
        var shown = new JsonObject();
        if (target.Pushes)
        {
            shown["webhooks"] = true;
        }

        Add("method", target.Method);
        Add("path", target.Path);
        Add("type", target.Type?.ToString().ToLowerInvariant());
        Add("status", target.Subject);
        Add("contactId", target.ContactId);
        return shown;

        void Add(string name, string? value)
        {
            if (value is not null)
            {
                shown[name] = value;
            }
        }
    }

    private static FaultTarget Parse(JsonObject wanted, ApiRoutes routes)
    {
        string[] all = [.. OfCalls, .. OfPushes];
        if (wanted.Select(field => field.Key).Except(all).FirstOrDefault() is { } unknown)
        {
            throw ErrorCatalog.Impossible($"target.{unknown}", $"target.{unknown} is not known{Choice.DidYouMean(unknown, all)}; use method and path, or webhooks, type, status and contactId.");
        }

        var webhooks = Flag(wanted);
        var (method, path) = (Word(wanted, "method"), ApiRoutes.Path(Word(wanted, "path"), "target.path", ErrorCatalog.Impossible));
        var (type, status, contactId) = (Word(wanted, "type"), Word(wanted, "status"), Word(wanted, "contactId"));
        var isForPushes = webhooks is true || type is not null || status is not null || contactId is not null;
        if (isForPushes && (webhooks is false || method is not null || path is not null))
        {
            throw ErrorCatalog.Impossible("target", "target: method and path are of calls, and webhooks, type, status and contactId of pushes; a fault hits one or the other.");
        }

        if (!isForPushes)
        {
            routes.EnsureRoute(method, path, "target");
            return new FaultTarget(Pushes: false, method, path);
        }

        return new FaultTarget(Pushes: true, Type: PushSubjects.Type(type, "target.type", ErrorCatalog.Impossible), Subject: PushSubjects.Subject(type, status, "target.status"), ContactId: contactId);
    }

    private static bool? Flag(JsonObject wanted) => wanted["webhooks"] switch
    {
        null => null,
        JsonValue value when value.GetValueKind() is JsonValueKind.True or JsonValueKind.False => value.GetValueKind() == JsonValueKind.True,
        _ => throw ErrorCatalog.Impossible("target.webhooks", "target.webhooks is neither true nor false."),
    };

    private static string? Word(JsonObject owner, string name) => owner[name] switch
    {
        null => null,
        JsonValue value when value.GetValueKind() == JsonValueKind.String => value.GetValue<string>(),
        _ => throw ErrorCatalog.Impossible($"target.{name}", $"target.{name} is no string."),
    };
}
