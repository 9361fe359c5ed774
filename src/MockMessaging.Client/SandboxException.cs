using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using MockMessaging.Contract;
using MockMessaging.Control;

namespace MockMessaging.Client;

/// <summary>The server refused a request, or what was waited for did not happen in time. The message contains all properties.</summary>
public sealed class SandboxException : Exception
{
    internal SandboxException(string message, HttpStatusCode status, string title, string detail, string? field = null, IReadOnlyList<PendingItem>? pending = null)
        : base(message)
    {
        Status = status;
        Title = title;
        Detail = detail;
        Field = field;
        Pending = pending ?? [];
    }

    /// <summary>HTTP status of the response.</summary>
    public HttpStatusCode Status { get; }

    /// <summary>Kind of the error; for the messaging API its <c>statusKey</c>.</summary>
    public string Title { get; }

    /// <summary>What is wrong and what to do.</summary>
    public string Detail { get; }

    /// <summary>The field or parameter that is wrong; null if there is none.</summary>
    public string? Field { get; }

    /// <summary>After a wait: what has not happened yet, and when it is due.</summary>
    public IReadOnlyList<PendingItem> Pending { get; }
}

/// <summary>Makes an exception from an error response.</summary>
internal static class Refusal
{
    public static SandboxException Of(HttpRequestMessage request, HttpResponseMessage answer, string text)
    {
        var problem = Parsed(text);
        var error = problem?["errors"] is JsonArray { Count: > 0 } errors ? errors[0] : null;
        var title = Word(problem?["title"]) ?? Word(problem?["statusKey"]) ?? answer.ReasonPhrase ?? answer.StatusCode.ToString();
        var detail = Word(problem?["detail"]) ?? Word(error?["description"]) ?? Word(problem?["message"]) ?? text;
        var pending = problem?["pending"]?.Deserialize(ControlJsonOptions.Wire.TypeInfo<IReadOnlyList<PendingItem>>());
        var message = $"{request.Method} {request.RequestUri} returned {(int)answer.StatusCode}, {title}: {detail}";
        return new SandboxException(
            pending is { Count: > 0 } ? $"{message} Pending: {string.Join("; ", pending.Select(Sentence))}." : message,
            answer.StatusCode,
            title,
            detail,
            Word(problem?["field"]) ?? Word(error?["field"]),
            pending);
    }

    private static string Sentence(PendingItem item)
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
