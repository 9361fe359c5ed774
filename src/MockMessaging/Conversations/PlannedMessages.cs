using System.Text.Json;
using MockMessaging.State;
using MockMessaging.Time;

namespace MockMessaging.Conversations;

/// <summary>Lets customers write when the time has come that was set for it.</summary>
internal sealed class PlannedMessages(InboundReceiver inbound) : IResumable
{
    public void Add(WorkspaceTransaction transaction, PlannedMessage planned)
    {
        transaction.State.Planned.Add(planned);
        transaction.Save(planned);
        transaction.Timers.Add(new PlannedMessageTimer(inbound, planned));
    }

    public void Resume(WorkspaceTransaction transaction, IReadOnlyList<Push> unfinished) =>
        transaction.Timers.AddRange(transaction.State.Planned.Select(planned => new PlannedMessageTimer(inbound, planned)));

    public void EnsureUsable(Record record)
    {
        try
        {
            _ = record is PlannedMessage planned ? CustomerJson.Read(planned.Content) : null;
        }
        catch (JsonException failure)
        {
            throw new RecordException("content", "it is not what POST /_sandbox/inbound takes as content.", failure);
        }
    }
}

internal sealed class PlannedMessageTimer(InboundReceiver inbound, PlannedMessage planned) : SandboxTimer(new DueOrder(planned.DueMs, planned.StoreId, 0))
{
    public override DueAction Action => new(DueKind.Traffic, ContactId: planned.ContactId, Detail: "The customer writes.");

    public override void Fire(WorkspaceTransaction transaction)
    {
        var state = transaction.State;
        if (state.Planned.Remove(planned))
        {
            transaction.Remove(planned);
            inbound.ReceiveUnasked(transaction, state.FindApp(planned.AppId) ?? state.DefaultApp, state.Contacts[planned.ContactId], CustomerJson.Read(planned.Content));
        }
    }
}
