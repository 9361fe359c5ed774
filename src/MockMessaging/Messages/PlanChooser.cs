using MockMessaging.Contract;
using MockMessaging.Conversations;
using MockMessaging.Delivery;
using MockMessaging.Ids;
using MockMessaging.State;

namespace MockMessaging.Messages;

/// <summary>Chooses what will happen to a message: by an outcome rule of the test, else by the provider's rules and limits, else by the test number.</summary>
internal sealed class PlanChooser(StatusLadder ladder, SessionsOptions sessionRules)
{
    /// <param name="reason">The provider's reason to refuse the message; null if there is none, or rules are not enforced.</param>
    public DeliveryPlan Choose(WorkspaceTransaction transaction, ProviderCheck check, ReportError? reason)
    {
        var (state, contact) = (transaction.State, check.Contact);
        var rule = RuleFor(state, check);
        if (rule?.Turn is { Outcome: { } name } turn)
        {
            Use(transaction, rule);
            return ladder.PlanOf(state, DeliveryOutcomes.Find(name)!, turn);
        }

        if (reason is not null)
        {
            return ladder.PlanToReject(state, reason);
        }

        if (contact.StoppedAt is not null)
        {
            return ladder.PlanOf(state, DeliveryOutcomes.Blocked);
        }

        if (check.Type != MessageTypes.Template && IsRefusedOutsideWindow(transaction, contact))
        {
            return ladder.PlanOf(state, DeliveryOutcomes.CareWindow);
        }

        var outcome = Replies(transaction, contact) ? DeliveryOutcomes.Replies : DeliveryOutcomes.Of(contact.Phone ?? contact.Csid);
        if (rule is null)
        {
            return ladder.PlanOf(state, outcome);
        }

        // Only now, because a message that is refused is not the one the rule waits for.
        var plan = ladder.PlanOf(state, outcome, rule.Turn);
        Use(transaction, rule);
        return plan;
    }

    /// <summary>Customers of made-up traffic reply to half of the messages, at random.</summary>
    private static bool Replies(WorkspaceTransaction transaction, Contact contact) =>
        transaction.State.Traffics.Count > 0
        && transaction.State.Traffics.Any(traffic => traffic.ContactIds.Contains(contact.Id))
        && SeededRandom.Roll(transaction.State.Seed, transaction.NextRandomIndex()) % 2 == 0;

    private static OutcomeRule? RuleFor(WorkspaceState state, ProviderCheck check)
    {
        string? prepared = null;
        foreach (var rule in state.Rules)
        {
            if (!rule.IsUsedUp && Fits(rule.Match, check, ref prepared) && (rule.Turns is null || rule.Turn.When is not { } when || Fits(when, check, ref prepared)))
            {
                return rule;
            }
        }

        return null;
    }

    /// <param name="prepared">The text of the message, prepared for comparison at its first use.</param>
    private static bool Fits(OutcomeMatch match, ProviderCheck check, ref string? prepared) =>
        match.Fits(check.Contact, check.TemplateCode, check.Type)
        && (match.Words is not { } words || words.IsIn(prepared ??= TextPattern.Prepared(check.Text ?? "")))
        && (match.Button is not { } button || MessageButtons.Offers(check, button));

    private static void Use(WorkspaceTransaction transaction, OutcomeRule rule)
    {
        rule.Used++;
        transaction.Save(rule);
        if (rule.Times is not null || rule.Turns is not null)
        {
            transaction.AddEvent(WorkspaceEventKind.Outcomes);
        }
    }

    private bool IsRefusedOutsideWindow(WorkspaceTransaction transaction, Contact contact) =>
        contact.ContactType == ContactType.WhatsApp
        && !contact.IsInCareWindow(transaction.Now)
        && (transaction.State.CareWindow ?? sessionRules.CareWindow ?? transaction.State.Fidelity.EnforcesCareWindow);
}
