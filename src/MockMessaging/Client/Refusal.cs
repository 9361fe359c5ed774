using System.Text.Json;
using System.Text.Json.Nodes;
using MockMessaging.Contract;
using MockMessaging.Control;

namespace MockMessaging.Client;

/// <summary>Reads what a server answers instead of what was asked for.</summary>
internal static class Refusal
{
    public static SandboxException Of(HttpRequestMessage request, HttpResponseMessage answer, string text)
    {
        var problem = Parsed(text);
        var error = problem?["errors"] is JsonArray { Count: > 0 } errors ? errors[0] : null;
        var title = Word(problem?["title"]) ?? Word(problem?["statusKey"]) ?? answer.ReasonPhrase ?? answer.StatusCode.ToString();
        var detail = Word(problem?["detail"]) ?? Word(error?["description"]) ?? Word(problem?["message"]) ?? text;
        var pending = problem?["pending"]?.Deserialize(ControlJsonOptions.Wire.TypeInfo<IReadOnlyList<PendingItem>>());
        var message = $"{request.Method} {request.RequestUri} was answered with {(int)answer.StatusCode}, {title}: {detail}";
        return new SandboxException(
            pending is { Count: > 0 } ? $"{message} Pending: {string.Join("; ", pending.Select(Told))}." : message,
            answer.StatusCode,
            title,
            detail,
            Word(problem?["field"]) ?? Word(error?["field"]),
            pending);
    }

    private static string Told(PendingItem item)
    {
        string?[] words = [item.What, item.Status, item.MessageId is { } id ? $"of message {id}" : null, item.Due is { } due ? $"due {due:O}" : null, item.Detail];
        return string.Join(' ', words.OfType<string>());
    }

    private static JsonObject? Parsed(string text)
    {
        try
        {
            return JsonNode.Parse(text) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string? Word(JsonNode? node) => node is JsonValue value && value.GetValueKind() == JsonValueKind.String && value.GetValue<string>() is { Length: > 0 } word ? word : null;
}
