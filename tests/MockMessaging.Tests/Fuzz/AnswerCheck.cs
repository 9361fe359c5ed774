using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Xunit.Sdk;

namespace MockMessaging.Tests.Fuzz;

/// <summary>What every answer has to be, whatever was asked.</summary>
internal static partial class AnswerCheck
{
    /// <summary>What is wrong with an answer; null where nothing is.</summary>
    /// <param name="request">What was asked.</param>
    /// <param name="answer">What came.</param>
    /// <param name="production">True where the workspace follows the live service, whose answers differ from the document.</param>
    public static string? Problem(FuzzRequest request, FuzzAnswer answer, bool production)
    {
        var operation = request.Operation;
        if (answer.Dropped is not null)
        {
            return $"no answer: {answer.Dropped}";
        }

        if (answer.Status >= 500 && !IsLimit(operation, answer) && !(production && IsProductions500(operation, answer)))
        {
            return $"answered {answer.Status}: {Reason(answer)}";
        }

        if (request.Wrong is not null && answer.Status < 400)
        {
            return $"took what is wrong: {request.Wrong}";
        }

        if (!operation.Documents(answer.Status) && !(production && operation.IsApi) && !(request.MayMissRoute && answer.Status is 400 or 404 or 405))
        {
            return $"answered {answer.Status}, which is not documented: {Reason(answer)}";
        }

        try
        {
            return operation.IsControl ? Control(operation, answer) : operation.IsApi ? Api(request, answer, production) : null;
        }
        catch (JsonException failure)
        {
            return $"answered {answer.Status} with what is no JSON: {Generic(failure.Message)}";
        }
        catch (ArgumentException)
        {
            return $"answered {answer.Status} with a property twice";
        }
    }

    /// <summary>A text without what differs from run to run, so that the same fault is counted as one.</summary>
    public static string Generic(string text)
    {
        var line = Varying().Replace(text.Split('\n')[0], "…");
        return line.Length > 220 ? line[..220] : line;
    }

    private static string? Control(FuzzOperation operation, FuzzAnswer answer)
    {
        if (answer.Status == 204 || operation.IsStream && answer.IsGood)
        {
            return answer.Bytes.Length > 0 ? "answered 204 with a body" : null;
        }

        var json = answer.Json;
        if (answer.Status >= 400 && (answer.MediaType != "application/problem+json" || !HasText(json, "title") || !HasText(json, "detail")))
        {
            return $"refused with {answer.Status} without title and detail, as {answer.MediaType}";
        }

        if (operation.AnswerOf(answer.Status) is not { } documented)
        {
            return null;
        }

        return documented.MediaType != answer.MediaType
            ? $"answered {answer.Status} as {answer.MediaType}, and {documented.MediaType} is documented"
            : SchemaCheck.Problem(operation, documented.Schema, json) is { } misfit ? $"answered {answer.Status} in another shape: {misfit}" : null;
    }

    private static string? Api(FuzzRequest request, FuzzAnswer answer, bool production)
    {
        if (answer.MediaType != "application/json")
        {
            return $"answered {answer.Status} as {answer.MediaType}";
        }

        // What was received is answered as it came.
        if (request.Operation.Path == "/api/v1/message/receive" && answer.IsGood)
        {
            return null;
        }

        var node = answer.Node;
        if (production)
        {
            return null;
        }

        try
        {
            using var raw = new HttpResponseMessage((HttpStatusCode)answer.Status);
            ContractCheck.Answer(request.Operation.Method, request.Operation.Path, new Answer((HttpStatusCode)answer.Status, node, answer.Text, raw));
        }
        catch (XunitException misfit)
        {
            return $"answered {answer.Status} in another shape: {Generic(misfit.Message.ReplaceLineEndings(" "))}";
        }

        return answer.Status < 400 || node?["errors"] is JsonArray { Count: > 0 } errors && (string?)errors[0]!["description"] is { Length: > 0 }
            ? null
            : $"refused with {answer.Status} without a reason";
    }

    /// <summary>A limit says which setting it is.</summary>
    private static bool IsLimit(FuzzOperation operation, FuzzAnswer answer) =>
        answer.Status == 503 && operation.Documents(503) && Setting().IsMatch(answer.Text);

    /// <summary>The live service fails where a session is unknown or the receiver is missing.</summary>
    private static bool IsProductions500(FuzzOperation operation, FuzzAnswer answer) => answer is { Status: 500, IsJson: true }
        && (operation.Path.StartsWith("/api/v1/session/", StringComparison.Ordinal) || operation.Path == "/api/v1/message/send");

    private static bool HasText(JsonElement json, string name) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out var text) && text.ValueKind == JsonValueKind.String && text.GetString()!.Length > 0;

    private static string Reason(FuzzAnswer answer)
    {
        try
        {
            var json = answer.IsJson ? answer.Node : null;
            return Generic((string?)json?["detail"] ?? (string?)json?["message"] ?? (answer.Bytes.Length == 0 ? "empty body" : answer.Text));
        }
        catch (Exception failure) when (failure is JsonException or InvalidOperationException or ArgumentException)
        {
            return Generic(answer.Text);
        }
    }

    [GeneratedRegex(@"'[^']*'|""[^""]*""|\b[0-9a-f]{8,}\b|[^\s]*\d[^\s]*|Key: [^ ]+")]
    private static partial Regex Varying();

    [GeneratedRegex("(Limits|Storage|Webhooks):[A-Z][A-Za-z]+")]
    private static partial Regex Setting();
}
