using MockMessaging.State;

namespace MockMessaging.Faults;

/// <summary>The faults of a workspace, tried in the order they were made.</summary>
internal static class FaultTable
{
    /// <summary>The first fault that fits and hits. Counts the hit.</summary>
    public static Fault? Strike(WorkspaceTransaction transaction, Func<Fault, bool> fits)
    {
        foreach (var fault in transaction.State.Faults)
        {
            if (!fault.IsSpent(transaction.Now) && fits(fault))
            {
                transaction.Save(fault);
                if (fault.Strikes(transaction.State.Seed))
                {
                    return fault;
                }
            }
        }

        return null;
    }
}
