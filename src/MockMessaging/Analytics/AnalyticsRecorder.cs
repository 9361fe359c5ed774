using MockMessaging.Contract;
using MockMessaging.State;

namespace MockMessaging.Analytics;

/// <summary>Stores customer data and customer events.</summary>
internal static class AnalyticsRecorder
{
    public static DigitalObjectDto Put(WorkspaceTransaction transaction, DigitalObjectDto pushed)
    {
        var objects = transaction.State.DigitalObjects;
        if (!objects.TryGetValue((pushed.Type, pushed.Id), out var kept))
        {
            CapacityCheck.EnsureDigitalObject(transaction.State);
            kept = new DigitalObject { CreatedAt = transaction.Now, UpdatedAt = transaction.Now, Content = pushed };
            objects.Add((pushed.Type, pushed.Id), kept);
        }

        kept.UpdatedAt = transaction.Now;
        kept.Content = pushed;
        transaction.Save(kept);
        return pushed;
    }

    public static DigitalEventDto Add(WorkspaceTransaction transaction, DigitalEventDto pushed)
    {
        CapacityCheck.EnsureDigitalEvent(transaction.State);
        var added = new DigitalEvent { CreatedAt = transaction.Now, Content = pushed };
        transaction.State.DigitalEvents.Add(added);
        transaction.Save(added);
        return pushed;
    }
}
