using System.Text.Json.Nodes;
using MockMessaging.Conversations;
using MockMessaging.Delivery;
using MockMessaging.Errors;
using MockMessaging.State;

namespace MockMessaging.Control;

/// <summary>Reads and shows what happens to a message and how the customer reacts.</summary>
internal static class OutcomeReactions
{
    /// <exception cref="ApiException">There are too many rules, or this one makes no sense.</exception>
    public static OutcomeRule Add(WorkspaceTransaction transaction, OutcomeRuleRequest request)
    {
        var (state, most) = (transaction.State, transaction.State.Limits.RulesKept);
        if (state.Rules.Count >= most)
        {
            throw ErrorCatalog.Conflict("outcomes", $"The workspace already has {most} rules (Limits:RulesKept); DELETE /_sandbox/outcomes removes them.");
        }

        var rule = request.ToRule(transaction.NextId().ToString(), state);
        state.Rules.Add(rule);
        transaction.Save(rule);
        transaction.AddEvent(WorkspaceEventKind.Outcomes);
        return rule;
    }

    /// <param name="place">Path of the reaction, for errors; empty or ending with a point.</param>
    /// <param name="isNeeded">True if an outcome or a reply must be given.</param>
    /// <param name="rule">What a turn leaves out; null for the rule itself.</param>
    /// <exception cref="ApiException">It cannot happen.</exception>
    public static OutcomeTurn Parsed(OutcomeReaction given, string place, WorkspaceState state, bool isNeeded, OutcomeTurn? rule = null)
    {
        var (reply, delays) = (Reply(given, place, state), WithReply(given, place, given.Delays?.Parsed(place) ?? default));
        var reason = given.Error?.Parsed(place);

        // Last, because a scenario is asked again without the value that was refused, and an outcome may be needed.
        if (given.Outcome is not null || (reply is null && isNeeded))
        {
            Choice.Ensure(given.Outcome ?? "", [.. DeliveryOutcomes.All.Select(known => known.Name)], place + "outcome", ErrorCatalog.Impossible);
        }

        var outcome = DeliveryOutcomes.Find(given.Outcome ?? rule?.Outcome);
        var fails = outcome?.Stages(default).Any(stage => stage.Error is not null);
        if (given.Error is not null && fails is false)
        {
            throw ErrorCatalog.Impossible($"{place}error", $"{place}error: the outcome '{outcome!.Name}' has no failure that could have an error.");
        }

        if (reply is not null && fails is true)
        {
            throw ErrorCatalog.Impossible(place + FieldOf(given), $"{place}{FieldOf(given)}: with the outcome '{outcome!.Name}' the customer does not get the message, so leave out the reply.");
        }

        return new OutcomeTurn(null, outcome?.Name, reason ?? rule?.Error, delays.Or(rule?.Delays ?? default), reply ?? rule?.Reply);
    }

    /// <summary>Shows a reply in the form in which it can be posted.</summary>
    public static (string? Says, string? Presses, CustomerContent? Sends) Of(ScriptedReply? reply) => reply switch
    {
        { Button: { } button } => (null, button, null),
        { Content: { Count: 1 } content } when content["text"] is JsonObject { Count: 1 } text && text["body"] is JsonValue body && body.TryGetValue<string>(out var words) => (words, null, null),
        { Content: { } content } => (null, null, CustomerJson.Read(content)),
        _ => default,
    };

    private static StatusDelays WithReply(OutcomeReaction given, string place, StatusDelays delays)
    {
        if (given.After is not null && delays.ReplyMs is not null)
        {
            throw ErrorCatalog.Impossible($"{place}after", $"{place}after: delays.reply says it already; give one of them.");
        }

        return delays with { ReplyMs = Spans.MillisecondsOf(given.After, $"{place}after", DelaysRequests.Longest) ?? delays.ReplyMs };
    }

    private static ScriptedReply? Reply(OutcomeReaction given, string place, WorkspaceState state)
    {
        if (new object?[] { given.Says, given.Presses, given.Sends }.Count(value => value is not null) > 1)
        {
            throw ErrorCatalog.Impossible(place + FieldOf(given), $"{place}{FieldOf(given)}: give one of says, presses and sends.");
        }

        foreach (var (name, text) in new[] { ("says", given.Says), ("presses", given.Presses) })
        {
            if (text is { Length: 0 or > TextPattern.Longest })
            {
                throw ErrorCatalog.Impossible(place + name, $"{place}{name} has {text.Length} characters; give 1 to {TextPattern.Longest}.");
            }
        }

        return given switch
        {
            { Says: { } text } => new ScriptedReply(null, CustomerJson.Write(new CustomerContent { Text = new() { Body = text } })),
            { Presses: { } button } => new ScriptedReply(button, null),
            { Sends: { } content } => new ScriptedReply(null, Checked(content, place + "sends.", state)),
            _ => null,
        };
    }

    /// <summary>A message of a customer that is stored until it is sent.</summary>
    public static JsonObject Checked(CustomerContent content, string place, WorkspaceState state)
    {
        try
        {
            ItemWriter.Check(content.Content);
            MediaLinks.Check(state, content);
        }
        catch (ApiException failure) when (failure.Errors is [{ Field: { } field, Description: var reason }, ..])
        {
            throw ErrorCatalog.Impossible(place + field, place + reason);
        }

        return CustomerJson.Write(content);
    }

    private static string FieldOf(OutcomeReaction given) => given.Sends is not null ? "sends" : given.Presses is not null ? "presses" : "says";
}
