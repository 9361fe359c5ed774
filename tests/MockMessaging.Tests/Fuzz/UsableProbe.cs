using System.Text;
using System.Text.Json;

namespace MockMessaging.Tests.Fuzz;

/// <summary>Sees whether a workspace can still be used: a message is sent, read by its customer, and exported.</summary>
internal static class UsableProbe
{
    private const string Calm = """{"fidelity":"documented","careWindow":false,"delays":{"sent":"PT0.05S","delivered":"PT0.25S","read":"PT1S"}}""";

    private static int _customers;

    public static FuzzRequest Reset(string key) => Request(key, "DELETE /_sandbox/workspace");

    public static FuzzRequest RemoveFaults(string key) => Request(key, "DELETE /_sandbox/faults");

    public static FuzzRequest Look(string key) => Request(key, "GET /_sandbox/workspace");

    public static FuzzRequest Export(string key) => Request(key, "GET /_sandbox/export");

    /// <summary>The first step that does not work, and why; null where all do.</summary>
    public static async Task<string?> FirstProblemAsync(FuzzWorkspace workspace)
    {
        var key = workspace.Key;
        string? problem = null;
        foreach (var request in new[]
        {
            RemoveFaults(key), Request(key, "DELETE /_sandbox/traffic"), Request(key, "DELETE /_sandbox/outcomes"), Request(key, "PUT /_sandbox/channels/wa360:918828218374", "{}"),
            Request(key, "PUT /_sandbox/clock", """{"mode":"frozen","now":"2026-01-05T10:00:00Z"}"""), Request(key, "PATCH /_sandbox/workspace", Calm), Look(key),
        })
        {
            problem ??= Refusal(request, await workspace.CallAsync(request));
        }

        if (problem is not null)
        {
            return problem;
        }

        var send = Request(key, "POST /api/v1/message/send", $$$"""{"channelId":"wa360:918828218374","to":{"phone":"{{{FreshPhone()}}}"},"type":"text","text":{"body":"Still there?"}}""");
        var sent = await workspace.CallAsync(send);
        if (Refusal(send, sent) is { } unsent)
        {
            return unsent;
        }

        var advance = Request(key, "POST /_sandbox/clock/advance", """{"by":"PT5S"}""");
        if (Refusal(advance, await workspace.CallAsync(advance)) is { } stuck)
        {
            return stuck;
        }

        var read = Request(key, $"GET /_sandbox/messages/{sent.Json.GetProperty("results")[0].GetProperty("id").GetString()}");
        var message = await workspace.CallAsync(read);
        if (Refusal(read, message) is { } unread)
        {
            return unread;
        }

        if (message.Json.GetProperty("status").GetString() is not "READ" and var status)
        {
            return $"a message sent and given 5 s is {status}";
        }

        var export = await workspace.CallAsync(Export(key));
        return Refusal(Export(key), export) ?? (export.Json.GetProperty("records").ValueKind == JsonValueKind.Array ? null : "an export without records");
    }

    public static FuzzRequest Request(string key, string operation, string? body = null)
    {
        var request = new FuzzRequest(FuzzOperation.Plain(operation), key);
        if (body is not null)
        {
            request.Headers.Add(("Content-Type", "application/json"));
            request.Body = Encoding.UTF8.GetBytes(body);
        }

        return request;
    }

    /// <summary>How much a workspace holds, as its view says.</summary>
    public static string Counts(FuzzAnswer view) => view.IsGood
        ? string.Join(", ", new[] { "messages", "contacts", "sessions", "digitalObjects", "digitalEvents" }.Select(what => $"{what} {view.Json.GetProperty(what)}"))
        : view.ToString();

    /// <summary>Of a customer nobody has told anything about.</summary>
    private static string FreshPhone()
    {
        // The last four digits stay the same, or one of them would be a test number now and then.
        var number = Interlocked.Increment(ref _customers);
        return $"+91 8{number % 100_000:D5} 5555";
    }

    private static string? Refusal(FuzzRequest request, FuzzAnswer answer) =>
        answer.IsGood ? null : $"{request.Operation.Method} {request.Operation.Path.Split('/')[^1]} -> {AnswerCheck.Generic(answer.ToString())}";
}
