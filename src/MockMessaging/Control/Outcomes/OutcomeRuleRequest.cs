using MockMessaging.Delivery;
using MockMessaging.Errors;
using MockMessaging.State;

namespace MockMessaging.Control;

/// <summary>A rule that chooses how messages fare.</summary>
public sealed class OutcomeRuleRequest
{
    /// <summary>Which messages it is for; every message when left out.</summary>
    public OutcomeMatchRequest? Match { get; set; }

    /// <summary>The story, by its name in GET /_sandbox/outcomes.</summary>
    /// <example>failed</example>
    public string? Outcome { get; set; }

    /// <summary>The provider's reason, where the story is a failure.</summary>
    public ErrorRequest? Error { get; set; }

    /// <summary>How fast the story goes.</summary>
    public DelaysRequest? Delays { get; set; }

    /// <summary>How many messages it counts for, then no more. Default: all.</summary>
    /// <example>1</example>
    public int? Times { get; set; }

    internal OutcomeRule ToRule(string id, WorkspaceState state)
    {
        Choice.Ensure(Outcome ?? "", [.. DeliveryOutcomes.All.Select(known => known.Name)], "outcome", ErrorCatalog.Impossible);
        var outcome = DeliveryOutcomes.Find(Outcome)!;
        if (Times < 1)
        {
            throw ErrorCatalog.Impossible("times", $"times: {Times} is less than 1; leave it out for always.");
        }

        var error = Error?.Parsed();
        return error is not null && outcome.Stages(default).All(stage => stage.Error is null)
            ? throw ErrorCatalog.Impossible("error", $"error: the story '{outcome.Name}' has no failure that could have a reason.")
            : new OutcomeRule
            {
                Id = id,
                Match = (Match ?? new OutcomeMatchRequest()).Parsed(state),
                Outcome = outcome.Name,
                Error = error,
                Delays = Delays?.Parsed() ?? default,
                Times = Times,
            };
    }
}
