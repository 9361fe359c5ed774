using System.Net;
using MockMessaging.Control;

namespace MockMessaging.Client;

/// <summary>A push that was posted into an app, and what the app made of it.</summary>
/// <param name="Push">The push.</param>
/// <param name="Status">HTTP status of the answer; none where there was none.</param>
/// <param name="Answer">The body of the answer.</param>
/// <param name="Failure">Why there was no answer; where the app runs in this process, what it threw.</param>
public sealed record PumpedPush(OutboxItem Push, HttpStatusCode? Status, string Answer, Exception? Failure)
{
    /// <summary>Whether the app took it, which only 200 to 299 mean.</summary>
    public bool Succeeded => (int?)Status is >= 200 and <= 299;
}
