using Xunit.Sdk;

namespace MockMessaging.Tests.Fuzz;

/// <summary>Takes pushes and holds each to the contract. The check of a webhook is no push.</summary>
internal static class PushReceiver
{
    private const string CheckHeader = "x-sandbox-check";

    public static Task<WebhookReceiver> StartAsync(Failures failures) => WebhookReceiver.StartAsync(context =>
    {
        var push = (Received)context.Items[nameof(Received)]!;
        if (push.Headers.ContainsKey(CheckHeader))
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
}
