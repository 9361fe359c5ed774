using MockMessaging.Fidelity;

namespace MockMessaging.Http;

/// <summary>Gathers what an envelope tells of its call.</summary>
internal static class EnvelopeFactsOf
{
    public static EnvelopeFacts Call(HttpContext context, TimeProvider clock) =>
        new(context.Request.PathBase + context.Request.Path, TraceIds.Of(context, clock), clock.GetUtcNow());
}
