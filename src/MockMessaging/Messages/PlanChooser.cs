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
        if (RuleFor(transaction, check) is { } rule)
        {
            return ladder.PlanOf(state, rule);
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

        return ladder.PlanOf(state, Replies(transaction, contact) ? DeliveryOutcomes.Replies : DeliveryOutcomes.Of(contact.Phone ?? contact.Csid));
    }

    /// <summary>Customers of made-up traffic reply to half of the messages, at random.</summary>
    private static bool Replies(WorkspaceTransaction transaction, Contact contact) =>
        transaction.State.Traffics.Count > 0
        && transaction.State.Traffics.Any(traffic => traffic.ContactIds.Contains(contact.Id))
        && SeededRandom.Roll(transaction.State.Seed, transaction.NextRandomIndex()) % 2 == 0;

    private static OutcomeRule? RuleFor(WorkspaceTransaction transaction, ProviderCheck check)
    {
        string? prepared = null;
        foreach (var rule in transaction.State.Rules)
        {
            if (!rule.IsUsedUp && rule.Match.Fits(check.Contact, check.TemplateCode, check.Type) && (rule.Match.Words is not { } words || words.IsIn(prepared ??= TextPattern.Prepared(check.Text ?? ""))))
            {
                rule.Used++;
                transaction.Save(rule);
                if (rule.Times is not null)
                {
                    transaction.AddEvent(WorkspaceEventKind.Outcomes);
                }

                return rule;
            }
        }

        return null;
    }

    private bool IsRefusedOutsideWindow(WorkspaceTransaction transaction, Contact contact) =>
        contact.ContactType == ContactType.WhatsApp
        && !contact.IsInCareWindow(transaction.Now)
        && (transaction.State.CareWindow ?? sessionRules.CareWindow ?? transaction.State.Fidelity.EnforcesCareWindow);
}
