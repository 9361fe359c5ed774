using Microsoft.OpenApi;
using MockMessaging.Delivery;
using MockMessaging.Errors;
using MockMessaging.State;

namespace MockMessaging.OpenApi;

/// <summary>The introduction of each document.</summary>
internal static class Introduction
{
    public static OpenApiInfo Messaging { get; } = new()
    {
        Title = "Messaging APIs",
        Version = $"1.0 - {ServerVersion.Stamp}",
        Description = $"""
            A sandbox that behaves like the vendor's messaging API. Messages get a receipt, statuses and webhooks, but never reach a real phone.

            **Keys.** Send any text as `x-api-key`. Each key opens its own workspace with channels, templates and a clock; two keys never see each other's data.
            This page starts with the key `{ExampleConversations.Key}`. Only this key has the conversations that the examples use, so every example works unchanged; *Authorize* changes the key. All routes also exist under `/xms`, as in production.

            **Webhooks.** Register your URL with `POST /api/v1/config/webhook`. *Webhooks* in this document describes the requests that are sent to it.

            **Test numbers.** The last four digits of the receiver's phone choose what happens to a message:

            {OutcomeTable()}

            The other document of this page is *Sandbox control*: it simulates customers, moves the clock, lists pushes, and resets the workspace.
            """.ReplaceLineEndings("\n"),
    };

    public static OpenApiInfo Sandbox { get; } = new()
    {
        Title = "MockMessaging sandbox control",
        Version = "1.0",
        Description = """
            Routes that only this sandbox has: simulate customers, move the clock, make things fail, list pushes and requests, reset the workspace.
            They take the same `x-api-key` as the messaging API and act on that key's workspace. Errors are `application/problem+json`; `detail` says what is wrong and what to do.
            """.ReplaceLineEndings("\n"),
    };

    private static string OutcomeTable() => string.Join('\n',
    [
        "| Phone ends with | Outcome | What you see |",
        "|---|---|---|",
        .. DeliveryOutcomes.All.Select(outcome => $"| {(outcome.TestNumber is { } digits ? $"`{digits}`" : "anything else")} | {outcome.Name} | {outcome.Description} |"),
    ]);
}
