using System.Text.Json;
using MockMessaging.Conversations;
using MockMessaging.State;

namespace MockMessaging.Delivery;

/// <summary>Checks outcomes and replies of records that come from outside.</summary>
internal static class OutcomeChecks
{
    /// <exception cref="RecordException">There is no such outcome, or the customer cannot reply so.</exception>
    public static void EnsureUsable(Record record)
    {
        if (record is OutcomeRule rule)
        {
            Check("", rule.Outcome, rule.Reply);
            if (rule is { Outcome: null, Reply: null, Turns: null })
            {
                throw new RecordException("outcome", "a rule has an outcome, a reply or turns.");
            }

            foreach (var (index, turn) in (rule.Turns ?? []).Index())
            {
                Check($"turns[{index}].", turn.Outcome, turn.Reply);
            }
        }

        foreach (var (index, stage) in ((record as Message)?.Plan?.Stages ?? []).Index())
        {
            Check($"plan.stages[{index}].", null, stage.Script);
        }
    }

    private static void Check(string place, string? outcome, ScriptedReply? reply)
    {
        if (outcome is not null && DeliveryOutcomes.Find(outcome) is null)
        {
            throw new RecordException($"{place}outcome", $"there is no outcome '{outcome}'; GET /_sandbox/outcomes lists them.");
        }

        try
        {
            _ = reply?.Content is { } content ? CustomerJson.Read(content) : null;
        }
        catch (JsonException failure)
        {
            throw new RecordException($"{place}reply.content", "it is not what POST /_sandbox/inbound takes as content.", failure);
        }
    }
}
