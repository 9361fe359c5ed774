using MockMessaging.Delivery;
using MockMessaging.Errors;
using MockMessaging.State;
using MockMessaging.Time;

namespace MockMessaging.Control;

internal static class OutcomeRuleRequests
{
    extension(OutcomeRuleRequest request)
    {
        public OutcomeRule ToRule(string id, WorkspaceState state)
        {
            Choice.Ensure(request.Outcome ?? "", [.. DeliveryOutcomes.All.Select(known => known.Name)], "outcome", ErrorCatalog.Impossible);
            var outcome = DeliveryOutcomes.Find(request.Outcome)!;
            if (request.Times < 1)
            {
                throw ErrorCatalog.Impossible("times", $"times: {request.Times} is less than 1; leave it out for no limit.");
            }

            var error = request.Error?.Parsed();
            return error is not null && outcome.Stages(default).All(stage => stage.Error is null)
                ? throw ErrorCatalog.Impossible("error", $"error: the outcome '{outcome.Name}' has no failure that could have an error.")
                : new OutcomeRule
                {
                    Id = id,
                    Match = (request.Match ?? new OutcomeMatchRequest()).Parsed(state),
                    Outcome = outcome.Name,
                    Error = error,
                    Delays = request.Delays?.Parsed() ?? default,
                    Times = request.Times,
                };
        }
    }
}

internal static class DelaysRequests
{
    private static readonly TimeSpan Longest = TimeSpan.FromDays(30);

    extension(DelaysRequest)
    {
        /// <returns>Null if no delay is set.</returns>
        public static DelaysRequest? Of(StatusDelays delays) => delays == default
            ? null
            : new DelaysRequest { Sent = Written(delays.SentMs), Delivered = Written(delays.DeliveredMs), Read = Written(delays.ReadMs), Reply = Written(delays.ReplyMs) };

        public static DelaysRequest Of(DeliveryDelays delays) =>
            new() { Sent = Written(delays.SentMs), Delivered = Written(delays.DeliveredMs), Read = Written(delays.ReadMs), Reply = Written(delays.ReplyMs) };
    }

    extension(DelaysRequest request)
    {
        public StatusDelays Parsed() => new(
            Spans.MillisecondsOf(request.Sent, "delays.sent", Longest),
            Spans.MillisecondsOf(request.Delivered, "delays.delivered", Longest),
            Spans.MillisecondsOf(request.Read, "delays.read", Longest),
            Spans.MillisecondsOf(request.Reply, "delays.reply", Longest));
    }

    private static string? Written(long? ms) => ms is { } given ? IsoSpan.Of(TimeSpan.FromMilliseconds(given)) : null;
}
