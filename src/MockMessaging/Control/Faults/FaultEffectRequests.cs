using MockMessaging.Errors;
using MockMessaging.State;
using MockMessaging.Time;

namespace MockMessaging.Control;

internal static class FaultEffectRequests
{
    private static readonly TimeSpan LongestDelay = TimeSpan.FromDays(30);

    extension(FaultEffectRequest)
    {
        public static FaultEffectRequest Of(FaultEffect effect) => new()
        {
            Status = effect.Status,
            Body = effect.Body?.DeepClone(),
            RetryAfter = effect.RetryAfterSeconds is { } wait ? IsoSpan.Of(TimeSpan.FromSeconds(wait)) : null,
            Reset = TrueOrNull(effect.Reset),
            Truncate = TrueOrNull(effect.Truncate),
            Processed = TrueOrNull(effect.Processed),
            Delay = effect.DelayMs is { } delay ? IsoSpan.Of(TimeSpan.FromMilliseconds(delay)) : null,
            Duplicate = effect.Duplicate,
            Reorder = TrueOrNull(effect.Reorder),
            BeforeTheAnswer = TrueOrNull(effect.BeforeTheAnswer),
            Drop = TrueOrNull(effect.Drop),
            Corrupt = TrueOrNull(effect.Corrupt),
            TimestampsInSeconds = TrueOrNull(effect.TimestampsInSeconds),
            WithoutProfile = TrueOrNull(effect.WithoutProfile),
            WrongSignature = TrueOrNull(effect.WrongSignature),
        };
    }

    extension(FaultEffectRequest request)
    {
        public bool IsForPushes => request.Duplicate is not null || request.Reorder is true || request.BeforeTheAnswer is true || request.Drop is true || request.Corrupt is true || request.TimestampsInSeconds is true || request.WithoutProfile is true
            || request.WrongSignature is true;

        private bool IsForRequests => request.SpoilsResponse || request.Processed is not null;

        private bool SpoilsResponse => request.Status is not null || request.Body is not null || request.RetryAfter is not null || request.Reset is true || request.Truncate is true;

        public FaultEffect Parsed(bool forPushes)
        {
            if (forPushes ? request.IsForRequests : request.IsForPushes)
            {
                throw ErrorCatalog.Impossible("effect", forPushes
                    ? "effect: status, body, retryAfter, reset, truncate and processed are for requests, but the target is webhooks."
                    : "effect: duplicate, reorder, beforeTheAnswer, drop, corrupt, timestampsInSeconds, withoutProfile and wrongSignature are for pushes; set the target to webhooks.");
            }

            if (!request.IsForRequests && !request.IsForPushes && request.Delay is null)
            {
                throw ErrorCatalog.Impossible("effect", "effect is empty; give an effect such as {\"status\":503} or {\"delay\":\"PT2S\"}.");
            }

            if (request.Processed is not null && !request.SpoilsResponse)
            {
                throw ErrorCatalog.Impossible("effect.processed", "effect.processed: it says what happens beside a status, body, retryAfter, reset or truncate; give one of them too.");
            }

            if (request.Status is < 400 or > 599 || request.Duplicate is < 1 or > 100)
            {
                throw ErrorCatalog.Impossible("effect", "effect: status must be 400 to 599, and duplicate 1 to 100.");
            }

            return new FaultEffect
            {
                Status = request.Status ?? (request.Body is not null || request.RetryAfter is not null ? StatusCodes.Status429TooManyRequests : null),
                Body = request.Body?.DeepClone(),
                RetryAfterSeconds = Spans.OfOptional(request.RetryAfter, "effect.retryAfter", LongestDelay) is { } wait ? (int)Math.Ceiling(wait.TotalSeconds) : null,
                Reset = request.Reset ?? false,
                Truncate = request.Truncate ?? false,
                Processed = request.Processed ?? false,
                DelayMs = Spans.MillisecondsOf(request.Delay, "effect.delay", forPushes ? LongestDelay : TimeSpan.FromMinutes(5)),
                Duplicate = request.Duplicate,
                Reorder = request.Reorder ?? false,
                BeforeTheAnswer = request.BeforeTheAnswer ?? false,
                Drop = request.Drop ?? false,
                Corrupt = request.Corrupt ?? false,
                TimestampsInSeconds = request.TimestampsInSeconds ?? false,
                WithoutProfile = request.WithoutProfile ?? false,
                WrongSignature = request.WrongSignature ?? false,
            };
        }
    }

    private static bool? TrueOrNull(bool value) => value ? true : null;
}
