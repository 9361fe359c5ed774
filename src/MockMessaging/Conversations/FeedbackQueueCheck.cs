using Microsoft.Extensions.Options;
using MockMessaging.Seeding;

namespace MockMessaging.Conversations;

/// <summary>Refuses a feedback queue that no client app owns.</summary>
internal sealed class FeedbackQueueCheck(Fixtures fixtures) : IValidateOptions<SessionsOptions>
{
    public ValidateOptionsResult Validate(string? name, SessionsOptions options) =>
        string.IsNullOrEmpty(options.FeedbackQueue) || fixtures.ClientApps.Any(app => app.Queue == options.FeedbackQueue)
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail(
                $"Sessions:FeedbackQueue: '{options.FeedbackQueue}' is the queue of no client app; use one of {string.Join(", ", fixtures.ClientApps.Select(app => app.Queue))}.");
}
