using MockMessaging.Ids;
using MockMessaging.State;
using MockMessaging.Time;

namespace MockMessaging.Conversations;

/// <summary>Makes one of the customers write, and repeats after a random pause.</summary>
internal sealed class TrafficTimer(InboundReceiver inbound, Traffic traffic, App app, long dueMs) : SandboxTimer(new DueOrder(dueMs, 0, traffic.Written))
{
    private static readonly string[] Types = [.. MessageTypes.All.SelectMany(type => Enumerable.Repeat(type.Name, type.TrafficShare))];

    /// <summary>The timer of the first message.</summary>
    public static TrafficTimer First(WorkspaceTransaction transaction, InboundReceiver inbound, Traffic traffic, App app) =>
        new(inbound, traffic, app, transaction.Now + Pause(transaction, traffic.PerMinute));

    public override DueAction Action => new(
        DueKind.Traffic, Detail: traffic.IsStopped || Due.DueMs >= traffic.UntilMs ? $"Traffic {traffic.Id} ends." : $"One of {traffic.ContactIds.Count} customers of traffic {traffic.Id} writes.");

    public override void Fire(WorkspaceTransaction transaction)
    {
        if (traffic.IsStopped || Due.DueMs >= traffic.UntilMs)
        {
            End(transaction);
            return;
        }

        transaction.Trace = traffic.Trace;
        var writer = traffic.ContactIds[(int)(Roll(transaction) % (ulong)traffic.ContactIds.Count)];
        if (inbound.ReceiveUnasked(transaction, app, transaction.State.Contacts[writer], new CustomerMessage { Type = Types[Roll(transaction) % (ulong)Types.Length] }) is not null)
        {
            // Only a reset makes room again, and a reset ends the traffic too.
            End(transaction);
            return;
        }

        traffic.Written++;
        transaction.Timers.Add(new TrafficTimer(inbound, traffic, app, Due.DueMs + Pause(transaction, traffic.PerMinute)));
    }

    private void End(WorkspaceTransaction transaction)
    {
        if (transaction.State.Traffics.Remove(traffic))
        {
            transaction.AddEvent(WorkspaceEventKind.Traffic);
        }
    }

    /// <summary>Half to one and a half times the mean.</summary>
    private static long Pause(WorkspaceTransaction transaction, double perMinute) =>
        Math.Max(1, (long)(60_000 / perMinute * (0.5 + (Roll(transaction) % 1_000 / 1_000.0))));

    private static ulong Roll(WorkspaceTransaction transaction) => SeededRandom.Roll(transaction.State.Seed, transaction.NextRandomIndex()) >> 16;
}
