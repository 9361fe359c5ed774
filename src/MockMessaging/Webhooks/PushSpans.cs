using System.Diagnostics;
using MockMessaging.State;
using MockMessaging.Telemetry;

namespace MockMessaging.Webhooks;

/// <summary>Makes a span for each attempt at a push, below the request that caused it, and measures how long it took.</summary>
internal sealed class PushSpans(Tracing tracing, Instruments instruments)
{
    /// <summary>Starts the span of an attempt; null if spans are not collected.</summary>
    public Activity? Start(Push push)
    {
        if (!tracing.IsOn)
        {
            return null;
        }

        ActivityContext.TryParse(push.Trace?.Parent, push.Trace?.State, isRemote: true, out var parent);
        var span = tracing.Start("push " + NameOf(push.Type), ActivityKind.Client, parent);
        if (span is { IsAllDataRequested: true })
        {
            span.SetTag("http.request.method", "POST");
            span.SetTag("url.full", ShownUrl.Of(push.Url));
            span.SetTag("mock_messaging.push.id", push.Id.ToString());
            span.SetTag("mock_messaging.push.subject", push.Subject);
            span.SetTag("mock_messaging.push.attempt", push.Attempts.Count + 1);
            span.SetTag("mock_messaging.message.id", push.Message?.Id.ToString());
        }

        return span;
    }

    public void End(Activity? span, Push push, PushAttempt attempt)
    {
        if (instruments.Pushes.Enabled)
        {
            instruments.Pushes.Record(
                attempt.DurationMs / 1_000,
                new("push.type", NameOf(push.Type)),
                new("result", attempt.Succeeded ? "delivered" : "failed"));
        }

        if (span is { IsAllDataRequested: true })
        {
            span.SetTag("http.response.status_code", attempt.Status);
            if (attempt.Cause is { } cause)
            {
                span.SetTag("error.type", attempt.Status?.ToString(provider: null) ?? "no_answer");
                span.SetStatus(ActivityStatusCode.Error, cause);
            }
        }
    }

    private static string NameOf(PushType type) => type.ToString().ToLowerInvariant();
}
