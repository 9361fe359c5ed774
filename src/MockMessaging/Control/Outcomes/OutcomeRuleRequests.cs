using MockMessaging.Delivery;
using MockMessaging.Errors;
using MockMessaging.State;
using MockMessaging.Time;

namespace MockMessaging.Control;

internal static class OutcomeRuleRequests
{
    /// <summary>Most turns of a rule.</summary>
    private const int MostTurns = 100;

    extension(OutcomeRuleRequest request)
    {
        public OutcomeRule ToRule(string id, WorkspaceState state)
        {
            if (request.Times < 1)
            {
                throw ErrorCatalog.Impossible("times", $"times: {request.Times} is less than 1; leave it out for no limit.");
            }

            if (request.Turns is { Count: 0 or > MostTurns })
            {
                throw ErrorCatalog.Impossible("turns", $"turns: give 1 to {MostTurns} of them, or leave it out.");
            }

            var match = (request.Match ?? new OutcomeMatchRequest()).Parsed(state);
            var own = OutcomeReactions.Parsed(request, "", state, isNeeded: request.Turns is null);
            return new OutcomeRule
            {
                Id = id,
                Match = match,
                Outcome = own.Outcome,
                Error = own.Error,
                Delays = own.Delays,
                Reply = own.Reply,
                Times = request.Times,
                Turns = request.Turns is null ? null : [.. request.Turns.Select((turn, index) => Parsed(turn, $"turns[{index}].", own, state))],
            };
        }
    }

    private static OutcomeTurn Parsed(OutcomeTurnRequest turn, string place, OutcomeTurn rule, WorkspaceState state) =>
        OutcomeReactions.Parsed(turn, place, state, isNeeded: false, rule) with { When = turn.When?.Parsed(state, place + "when.") };
}

internal static class DelaysRequests
{
    public static readonly TimeSpan Longest = TimeSpan.FromDays(30);

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
        /// <param name="place">Path of the owner, for errors; empty or ending with a point.</param>
        public StatusDelays Parsed(string place = "") => new(
            Spans.MillisecondsOf(request.Sent, place + "delays.sent", Longest),
            Spans.MillisecondsOf(request.Delivered, place + "delays.delivered", Longest),
            Spans.MillisecondsOf(request.Read, place + "delays.read", Longest),
            Spans.MillisecondsOf(request.Reply, place + "delays.reply", Longest));
    }

    private static string? Written(long? ms) => ms is { } given ? IsoSpan.Of(TimeSpan.FromMilliseconds(given)) : null;
}
