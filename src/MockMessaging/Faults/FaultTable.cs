using MockMessaging.State;

namespace MockMessaging.Faults;

/// <summary>The faults of a workspace, tried in the order they were made.</summary>
internal static class FaultTable
{
    /// <summary>The first fault that fits and hits. Counts the hit.</summary>
    public static Fault? FindHit(WorkspaceTransaction transaction, Func<Fault, bool> fits)
    {
        foreach (var fault in transaction.State.Faults)
        {
            if (!fault.IsPaused && !fault.IsSpent(transaction.Now) && fits(fault))
            {
                transaction.Save(fault);
                var strikes = fault.CountAndDecide(transaction.State.Seed);
                if (strikes || fault.Trigger.Every is not null)
                {
                    transaction.AddEvent(WorkspaceEventKind.Faults);
                }

                if (strikes)
                {
                    return fault;
                }
            }
        }

        return null;
    }
}

/// <summary>Lets faults hit the pushes of a transaction before they leave.</summary>
internal static class PushFaults
{
    /// <summary>How long a push waits for one to overtake it.</summary>
    private const long LongestReorderMs = 10_000;

    public static void Apply(WorkspaceTransaction transaction)
    {
        var leaving = transaction.Pushes.ToList();
        transaction.Pushes.Clear();
        foreach (var push in leaving)
        {
            if (push.Fault is null && FindHit(transaction, push) is { } fault)
            {
                push.Fault = fault.Name;
                Spoil(transaction, push, fault);
            }

            if (push.State == PushState.Pending)
            {
                transaction.Pushes.Add(push);
                Release(transaction, push);
            }
        }
    }

    private static Fault? FindHit(WorkspaceTransaction transaction, Push push) =>
        FaultTable.FindHit(transaction, fault => !fault.Effect.BeforeTheAnswer && fault.Target.Fits(push.Type, push.Subject, push.ContactId));

    private static void Spoil(WorkspaceTransaction transaction, Push push, Fault fault)
    {
        push.Copies = 1 + (fault.Effect.Duplicate ?? 0);
        push.IsCorrupt = fault.Effect.Corrupt;
        push.IsSignedWrong = fault.Effect.WrongSignature;
        push.Body = PushShapes.Of(push.Body, fault.Effect);
        if (fault.Effect.Drop)
        {
            push.State = PushState.Skipped;
            push.SkippedBecause = $"Dropped by fault '{fault.Name}'.";
            transaction.State.BacklogOf(push).Drop();

            // A restart that makes planned pushes again, from an earlier one on, must not make the dropped one.
            transaction.State.Unstored.StoreAll(transaction);
            if (push.StoreId > 0)
            {
                transaction.Remove(push);
            }

            push.Settle();
        }
        else if (fault.Effect.Reorder || fault.Effect.DelayMs is > 0)
        {
            Hold(transaction, push, fault.Effect);
        }
    }

    private static void Hold(WorkspaceTransaction transaction, Push push, FaultEffect effect)
    {
        push.State = PushState.Held;
        transaction.State.Unstored.Store(transaction, push);
        if (effect.Reorder)
        {
            transaction.State.Overtaken.Add(push);
        }

        var due = transaction.Now + (effect.DelayMs ?? LongestReorderMs);
        transaction.Timers.Add(new PushTimer(push, due));

        // No request may wait for what happens only when the clock moves.
        push.Settle();
    }

    /// <summary>Releases the pushes that waited to be overtaken by one of their contact.</summary>
    private static void Release(WorkspaceTransaction transaction, Push overtaking)
    {
        foreach (var push in transaction.State.Overtaken.Where(push => push.ContactId == overtaking.ContactId && push != overtaking).ToList())
        {
            transaction.State.Overtaken.Remove(push);
            if (push.State == PushState.Held)
            {
                push.State = PushState.Pending;
                transaction.Pushes.Add(push);
            }
        }
    }
}
