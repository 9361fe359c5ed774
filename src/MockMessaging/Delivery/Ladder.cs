using System.Collections.Concurrent;
using Microsoft.Extensions.Options;
using MockMessaging.Contract;
using MockMessaging.Conversations;
using MockMessaging.Webhooks;
using MockMessaging.Workspaces;

namespace MockMessaging.Delivery;

/// <summary>Moves messages through their statuses: makes the plan at acceptance, and carries out its stages when they fall due.</summary>
internal sealed class Ladder(PushBuilder pushes, InboundDesk inbound, IOptions<DeliveryOptions> options) : IWorkspaceResume
{
    private readonly ConcurrentDictionary<string, DeliveryPlan> _plans = new(StringComparer.Ordinal);

    /// <summary>The plan of a message to a phone, or to somebody without one.</summary>
    public DeliveryPlan PlanFor(string? phone)
    {
        var outcome = DeliveryOutcomes.Of(phone);
        return _plans.GetOrAdd(outcome.Name, _ => new DeliveryPlan(outcome.Name, outcome.Stages(options.Value)));
    }

    /// <summary>The plan of free text outside the care window, which the provider refuses.</summary>
    public DeliveryPlan PlanOutsideWindow() => _plans.GetOrAdd("care-window", name => new DeliveryPlan(
        name, [new DeliveryStage(options.Value.SentDelayMilliseconds, MessageStatus.Ccwin, ProviderErrors.OutsideWindow)]));

    /// <summary>The plan of a message that is accepted, and found unfit when it is about to leave. Nothing is pushed about it.</summary>
    public DeliveryPlan PlanToRefuse() =>
        _plans.GetOrAdd("refused", name => new DeliveryPlan(name, [new DeliveryStage(options.Value.SentDelayMilliseconds, MessageStatus.SentErr)]));

    /// <summary>Schedules the next stage of a message, if there is one.</summary>
    public void Continue(WorkspaceTransaction transaction, Message message, AnswerGate? gate)
    {
        if (message.Plan is { } plan && message.Fired < plan.Stages.Count)
        {
            transaction.Timers.Add(new StageTimer(this, message, message.Fired, gate));
        }
    }

    public void Resume(WorkspaceTransaction transaction, IReadOnlyList<Push> unfinished)
    {
        foreach (var message in transaction.State.Messages.Values)
        {
            Continue(transaction, message, null);
        }
    }

    /// <summary>Carries out the stage a message has come to.</summary>
    public void Fire(WorkspaceTransaction transaction, Message message, AnswerGate? gate)
    {
        var stage = message.Plan!.Stages[message.Fired++];
        transaction.StatusChanges += stage.Status is null ? 0 : 1;
        if (stage.Status is { } status && PushedAs(status) is { } pushed)
        {
            pushes.Status(transaction, message, pushed, stage, gate);
        }

        if (stage.CustomerReplies)
        {
            inbound.Receive(transaction, message.App!, message.Contact, new CustomerMessage());
        }

        Continue(transaction, message, gate);
    }

    /// <summary>Only a provider's report is pushed, in one of the five documented words.</summary>
    private static PushedStatus? PushedAs(MessageStatus status) => status switch
    {
        MessageStatus.Sent => PushedStatus.Sent,
        MessageStatus.Dlvrd => PushedStatus.Dlvrd,
        MessageStatus.Read => PushedStatus.Read,
        MessageStatus.Deltd => PushedStatus.Deltd,
        MessageStatus.Faild or MessageStatus.Ccwin or MessageStatus.Limit or MessageStatus.Blckd => PushedStatus.Faild,
        _ => null,
    };
}
