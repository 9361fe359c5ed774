using Microsoft.OpenApi;
using MockMessaging.Delivery;
using MockMessaging.Errors;
using MockMessaging.State;

namespace MockMessaging.OpenApi;

/// <summary>What stands at the top of each document.</summary>
internal static class Introduction
{
    public static OpenApiInfo Messaging { get; } = new()
    {
        Title = "Messaging APIs",
        Version = $"1.0 - {ServerVersion.Stamp}",
        Description = $"""
            A sandbox that behaves like the vendor's messaging API and reaches nobody: messages get their receipt, their statuses and their webhooks, and go no further.

            **Keys.** Send any text as `x-api-key`. Each key opens a workspace of its own with channels, templates and a clock; two keys never see each other.
            This page begins with the key `{ExampleConversations.Key}`, which alone holds the conversations that the examples name, so every example works as it stands; *Authorize* changes the key. All routes are also served under `/xms`, as in production.

            **Webhooks.** Register your URL with `POST /api/v1/config/webhook`. What is then sent to it is listed under *Webhooks* in this document.

            **Test numbers.** The last four digits of the receiver's phone choose how a message fares:

            {OutcomeTable()}

            The other document of this page, *Sandbox control*, lets customers write, moves the clock, lists what was pushed, and resets the workspace.
            """.ReplaceLineEndings("\n"),
    };

    public static OpenApiInfo Sandbox { get; } = new()
    {
        Title = "MockMessaging sandbox control",
        Version = "1.0",
        Description = """
            Routes that only this sandbox has: let customers write, move the clock, see what was pushed, start over.
            They take the same `x-api-key` as the messaging API and act on that key's workspace. What they refuse they explain as `application/problem+json`.
            """.ReplaceLineEndings("\n"),
    };

    private static string OutcomeTable() => string.Join('\n',
    [
        "| Phone ends with | Outcome | What you see |",
        "|---|---|---|",
        .. DeliveryOutcomes.All.Select(outcome => $"| {(outcome.TestNumber is { } digits ? $"`{digits}`" : "anything else")} | {outcome.Name} | {outcome.Description} |"),
    ]);
}
