using System.Text.Json.Nodes;
using Xunit.Sdk;

namespace MockMessaging.Tests.Fuzz;

/// <summary>Takes pushes and holds each to the contract, except the check of a webhook, bodies of one's own, and messages that are pushed together on purpose.</summary>
internal static class PushReceiver
{
    private const string CheckHeader = "x-sandbox-check";

    public static Task<WebhookReceiver> StartAsync(Failures failures) => WebhookReceiver.StartAsync(context =>
    {
        var push = (Received)context.Items[nameof(Received)]!;
        if (push.Headers.ContainsKey(CheckHeader) || IsOddOnPurpose(push.Body))
        {
            return Task.CompletedTask;
        }

        try
        {
            ContractCheck.Push(push.Body);
        }
        catch (Exception failure) when (failure is XunitException or ArgumentException or InvalidOperationException)
        {
            failures.Add($"push: {AnswerCheck.Generic(failure.Message.ReplaceLineEndings(" "))}", () => failure.Message);
        }

        return Task.CompletedTask;
    });

    /// <summary>Every push of the server's own has meta.</summary>
    private static bool IsOddOnPurpose(JsonNode? body) => body is not JsonObject wrapper || wrapper["meta"] is null || wrapper["messages"] is JsonArray { Count: > 1 };
}
