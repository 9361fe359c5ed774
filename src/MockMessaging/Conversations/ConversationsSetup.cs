using Microsoft.Extensions.Options;
using MockMessaging.Seeding;
using MockMessaging.State;

namespace MockMessaging.Conversations;

internal static class ConversationsSetup
{
    public static IServiceCollection AddConversations(this IServiceCollection services)
    {
        services.AddCheckedOptions<SessionsOptions>("Sessions");
        services.AddCheckedOptions<MediaOptions>("Media");
        services.AddSingleton<MediaLinks>();
        services.AddSingleton<IValidateOptions<SessionsOptions>, FeedbackQueueCheck>();
        return services.AddSingleton<SessionLifecycle>().AddSingleton<InboundReceiver>().AddSingleton<PlannedMessages>()
            .AddSingleton<IResumable>(provider => provider.GetRequiredService<PlannedMessages>());
    }

    private sealed class FeedbackQueueCheck(Fixtures fixtures) : IValidateOptions<SessionsOptions>
    {
        public ValidateOptionsResult Validate(string? name, SessionsOptions options) =>
            string.IsNullOrEmpty(options.FeedbackQueue) || fixtures.ClientApps.Any(app => app.Queue == options.FeedbackQueue)
                ? ValidateOptionsResult.Success
                : ValidateOptionsResult.Fail(
                    $"Sessions:FeedbackQueue: '{options.FeedbackQueue}' is the queue of no client app; use one of {string.Join(", ", fixtures.ClientApps.Select(app => app.Queue))}.");
    }
}
