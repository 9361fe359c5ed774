using MockMessaging.Errors;
using MockMessaging.State;

namespace MockMessaging.Control;

internal static class FaultRequests
{
    extension(FaultRequest request)
    {
        public Fault ToFault(string id, long nowMs, ApiRoutes routes)
        {
            var target = FaultTargetNode.Parse(request.Target, request.Effect is { IsForPushes: true }, routes);
            if (request.Effect?.BeforeTheAnswer is true && target.Type is not (null or PushType.Statuses))
            {
                throw ErrorCatalog.Impossible("target.type", "target.type: beforeTheAnswer is for the first status of a message; use statuses, or leave it out.");
            }

            var ttl = Spans.OfOptional(request.Ttl, "ttl", Spans.Longest);
            if (ttl == TimeSpan.Zero)
            {
                throw ErrorCatalog.Impossible("ttl", "ttl: with PT0S the fault has ended before it hits anything; give a longer time, or leave it out.");
            }

            return new Fault
            {
                Id = id,
                Name = request.Name is null ? id : HeaderSafe(request.Name),
                Target = target,
                Trigger = request.Trigger?.Parsed() ?? new FaultTrigger(Next: 1),
                Effect = (request.Effect ?? throw ErrorCatalog.Impossible("effect", "effect is missing; give an effect such as {\"status\":503}.")).Parsed(target.Pushes),
                UntilMs = ttl is { } time ? nowMs + (long)time.TotalMilliseconds : null,
            };
        }
    }

    private static string HeaderSafe(string name) => name.Length is > 0 and <= 100 && name.All(letter => letter is > ' ' and <= '~' and not ('/' or '\\')) && name is not ("." or "..")
        ? name
        : throw ErrorCatalog.Impossible("name", "name: use 1 to 100 ASCII characters without spaces, / and \\, and not . or .., because it is sent as a header and stands in paths.");
}

internal static class FaultTriggerRequests
{
    extension(FaultTriggerRequest)
    {
        public static FaultTriggerRequest Of(FaultTrigger trigger) =>
            new() { Next = trigger.Next, Every = trigger.Every, Probability = trigger.Probability, Always = trigger.Always ? true : null };
    }

    extension(FaultTriggerRequest request)
    {
        public FaultTrigger Parsed()
        {
            var given = new object?[] { request.Next, request.Every, request.Probability, request.Always is true ? true : null }.Count(value => value is not null);
            if (given != 1)
            {
                throw ErrorCatalog.Impossible("trigger", "trigger: give exactly one of next, every, probability and always.");
            }

            return request.Next is < 1 || request.Every is < 1 || request.Probability is <= 0 or >= 1
                ? throw ErrorCatalog.Impossible("trigger", "trigger: next and every must be at least 1, probability above 0 and below 1.")
                : new FaultTrigger(request.Next, request.Every, request.Probability, request.Always ?? false);
        }
    }
}
