using System.Collections.Concurrent;
using MockMessaging.Contract;
using MockMessaging.Conversations;
using MockMessaging.Fidelity;
using MockMessaging.State;
using MockMessaging.Telemetry;
using MockMessaging.Webhooks;

namespace MockMessaging.Delivery;

/// <summary>Moves messages through their statuses: makes the plan at acceptance, and carries out its stages when they are due.</summary>
internal sealed class StatusLadder(PushBuilder pushes, InboundReceiver inbound, DeliveryOptions options, Instruments instruments) : IResumable
{
    /// <summary>Few delays are used, so there are few plans; beyond this many each message gets its own.</summary>
    private const int MostPlans = 1_000;

    private const string Refused = "refused";
    private const string Broken = "broken";

    private readonly ConcurrentDictionary<(string Name, DeliveryDelays Delays), DeliveryPlan> _plans = [];

    /// <summary>The plan of an outcome with the workspace's delays.</summary>
    public DeliveryPlan PlanOf(WorkspaceState state, DeliveryOutcome outcome) =>
        Known(state, outcome.Name, out var delays) ?? Keep(outcome.Name, delays, outcome.Stages(delays));

    /// <summary>The plan of an outcome as a rule wants it. A customer who does not get the message does not reply.</summary>
    public DeliveryPlan PlanOf(WorkspaceState state, DeliveryOutcome outcome, OutcomeTurn turn)
    {
        var delays = DeliveryDelays.Of(options, turn.Delays.Or(state.Delays));
        IReadOnlyList<DeliveryStage> stages = [.. outcome.Stages(delays).Select(stage => stage.Error is not null && turn.Error is { } error ? stage with { Error = error } : stage)];
        if (turn.Reply is { } reply && stages.All(stage => stage.Error is null))
        {
            stages = [.. stages.Where(stage => stage.Reply is null), new DeliveryStage(delays.ReplyMs, null, Reply: ReplyKind.Scripted, Script: reply)];
        }

        return new DeliveryPlan(outcome.Name, InOrder(stages));
    }

    /// <summary>The plan of a message that its provider refuses, because it breaks a rule.</summary>
    public DeliveryPlan PlanToReject(WorkspaceState state, ReportError reason) =>
        new(ProviderRules.Outcome, InOrder(DeliveryOutcomes.Rejected(reason).Stages(DeliveryDelays.Of(options, state.Delays))));

    /// <summary>The plan of a message that is accepted, and refused before it leaves. Nothing is pushed about it.</summary>
    public DeliveryPlan PlanToRefuse(WorkspaceState state, MessageStatus status)
    {
        var name = status == MessageStatus.SentErr ? Refused : Broken;
        return Known(state, name, out var delays) ?? Keep(name, delays, [new DeliveryStage(delays.SentMs, status)]);
    }

    /// <summary>True if the plan is that of a refused message.</summary>
    public static bool IsRefusal(DeliveryPlan plan) => plan.Outcome is Refused or Broken;

    /// <summary>Schedules the next stage of a message, if there is one.</summary>
    public void Continue(WorkspaceTransaction transaction, Message message, ResponseGate? gate)
    {
        if (message.Fired < message.StageCount && !message.IsFetching)
        {
            // Once the response is sent, the gate delays nothing, so it is not kept.
            transaction.Timers.Add(new StageTimer(this, message, message.Fired, gate is { Opened.IsCompleted: true } ? null : gate));
        }
    }

    public void Resume(WorkspaceTransaction transaction, IReadOnlyList<Push> unfinished)
    {
        PushAgain(transaction, unfinished);
        foreach (var message in transaction.State.Messages)
        {
            if (message.IsFetching)
            {
                message.Details!.Fetches = [.. message.Details.Fetches!.Select(fetch => fetch with { Error = "The server stopped before it was fetched, and the message went on without." })];
                EndFetch(transaction, message);
            }

            Continue(transaction, message, null);
        }
    }

    /// <summary>Fails a message whose media are not there; any other goes on with its plan.</summary>
    public void EndFetch(WorkspaceTransaction transaction, Message message, IReadOnlyList<MediaFetch> found)
    {
        message.Details!.Fetches = found;
        EndFetch(transaction, message);
        if (found.FirstOrDefault(fetch => fetch.Error is not null) is { Error: { } reason } && message.Details.StagesLeft is null)
        {
            Force(transaction, message, MessageStatus.Faild, ProviderErrors.MediaUnavailable(reason));
        }
        else if (transaction.State.RulesMode == RulesMode.Enforce
            && message.Details.StagesLeft is null
            && ProviderRules.OfFetched(transaction.State, message) is [{ Reason: { } broken }, ..])
        {
            message.Plan = new DeliveryPlan(ProviderRules.Outcome, message.Plan!.Stages);
            Force(transaction, message, MessageStatus.Faild, broken);
        }
        else
        {
            Continue(transaction, message, null);
        }
    }

    /// <summary>Stages that fell due during the fetch happen now: a restart takes all that was due before for done.</summary>
    private static void EndFetch(WorkspaceTransaction transaction, Message message)
    {
        message.Details!.Fetches = [.. message.Details.Fetches!.Select(fetch => fetch with { AtMs = transaction.Now })];
        if (message.Fired < message.StageCount && message.DueOf(message.Fired).DueMs < transaction.Now)
        {
            message.Plan = message.Plan!.LaterBy(transaction.Now - message.DueOf(message.Fired).DueMs);
        }

        transaction.Save(message);
    }

    /// <summary>After a restart, makes the unstored pushes of past statuses again.</summary>
    private void PushAgain(WorkspaceTransaction transaction, IReadOnlyList<Push> unfinished)
    {
        var progress = transaction.State.Progress;
        if (progress.FirstUnstored is not { } first)
        {
            return;
        }

        progress.FirstUnstored = null;
        var stored = unfinished.Where(push => push.Stage is not null).Select(push => (push.Message, (int)push.Stage!)).ToHashSet();
        var again = from message in transaction.State.Messages
                    where message.StoreId > 0
                    from number in Enumerable.Range(message.SettledStages, Math.Max(0, message.Fired - message.SettledStages))
                    let due = message.DueOf(number)
                    where due >= first && due <= progress.Fired && !stored.Contains((message, number))
                    orderby due
                    select (message, number);
        foreach (var (message, number) in again.ToList())
        {
            var stage = message.Plan!.Stages[number];
            if (stage.Status is { } status && PushedAs(status) is { } pushed)
            {
                pushes.Status(transaction, message, pushed, message.AcceptedAt + stage.OffsetMs, stage.Error, null, number, isAgain: true);
            }
        }
    }

    public void EnsureUsable(Record record) => OutcomeChecks.EnsureUsable(record);

    /// <summary>Carries out a stage of a message, unless a forced status ended the plan.</summary>
    public Push? Fire(WorkspaceTransaction transaction, Message message, int due, ResponseGate? gate)
    {
        if (message.Fired != due || due >= message.StageCount)
        {
            return null;
        }

        transaction.Trace ??= message.Details?.Trace;
        var stage = message.Plan!.Stages[message.Fired++];
        var pushed = stage.Status is { } status ? Take(transaction, message, status, message.AcceptedAt + stage.OffsetMs, stage.Error, gate, due) : null;
        if (stage.Reply is not null)
        {
            Reply(transaction, message, stage);
        }

        Continue(transaction, message, gate);
        return pushed;
    }

    /// <summary>Lets the customer reply. If a capacity check prevents that, the log of the message says so.</summary>
    private void Reply(WorkspaceTransaction transaction, Message message, DeliveryStage stage)
    {
        if (inbound.ReceiveUnasked(transaction, message.App!, message.Contact, CustomerReplies.To(message, stage)) is { } reason)
        {
            ((message.Details ??= new MessageDetails()).Logs ??= []).Add($"The customer's answer was left out: {reason}");
            transaction.Save(message);
        }
    }

    /// <summary>Gives a message a status out of turn, as if its provider had reported it; its plan ends there.</summary>
    public Push? Force(WorkspaceTransaction transaction, Message message, MessageStatus status, ReportError? error)
    {
        CapacityCheck.EnsureStatus(transaction.State, message);
        var details = message.Details ??= new MessageDetails();
        details.StagesLeft = message.Fired;
        (details.Departures ??= []).Add(new StatusChange(status, transaction.Now));
        if (error is not null)
        {
            (details.Logs ??= []).Add("Code:" + error.Code);
        }

        transaction.Trace ??= details.Trace;
        transaction.Save(message);
        return Take(transaction, message, status, transaction.Now, error, null);
    }

    private Push? Take(WorkspaceTransaction transaction, Message message, MessageStatus status, long atMs, ReportError? error, ResponseGate? gate, int? stage = null)
    {
        transaction.StatusChanges++;
        if (instruments.Statuses.Enabled)
        {
            instruments.Statuses.Add(1, new KeyValuePair<string, object?>("status", WireNames.Of(status)));
        }

        transaction.AddEvent(WorkspaceEventKind.Status, message, status);
        return PushedAs(status) is { } pushed ? pushes.Status(transaction, message, pushed, atMs, error, gate, stage) : null;
    }

    private DeliveryPlan? Known(WorkspaceState state, string name, out DeliveryDelays delays)
    {
        delays = DeliveryDelays.Of(options, state.Delays);
        return _plans.GetValueOrDefault((name, delays));
    }

    private DeliveryPlan Keep(string name, DeliveryDelays delays, IReadOnlyList<DeliveryStage> stages)
    {
        var plan = new DeliveryPlan(name, InOrder(stages));
        return _plans.Count < MostPlans ? _plans.GetOrAdd((name, delays), plan) : plan;
    }

    /// <summary>No stage comes before the one it follows, however the delays were set.</summary>
    private static IReadOnlyList<DeliveryStage> InOrder(IReadOnlyList<DeliveryStage> stages)
    {
        var earliest = 0L;
        return [.. stages.Select(stage => stage with { OffsetMs = earliest = Math.Max(earliest, stage.OffsetMs) })];
    }

    /// <summary>Only a provider's report is pushed, with one of the five documented statuses; null for all others.</summary>
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
