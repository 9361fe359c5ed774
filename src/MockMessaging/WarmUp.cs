using System.Text;
using System.Text.Json;
using MockMessaging.Contract;
using MockMessaging.Fidelity;
using MockMessaging.Journal;
using MockMessaging.Messages;
using MockMessaging.Persistence;
using MockMessaging.Seeding;
using MockMessaging.State;
using MockMessaging.Storage;
using MockMessaging.Telemetry;
using MockMessaging.Time;
using MockMessaging.Workspaces;

namespace MockMessaging;

/// <summary>
/// Runs once, in parallel with the start, the code that the first message needs, so that the first request is fast. Failures are ignored: the start has
/// the same ones and reports them.
/// </summary>
internal static class WarmUp
{
    private static readonly byte[] Body = Encoding.UTF8.GetBytes(Fixtures.Request("message-send"));

    /// <summary>The part that does not need settings.</summary>
    public static void ReadAndWrite()
    {
        Fixtures.Load(null);
        Read();
        KeyMask.Hides("");
        var answer = DocumentedProfile.Instance.Full(new EnvelopeFacts("", "", default), [new OutBoundReciept()], null);
        JsonSerializer.SerializeToUtf8Bytes(answer.Body, answer.Shape);
    }

    /// <summary>Sends a message in a separate workspace that is not stored and has no key.</summary>
    public static void Send(IServiceProvider services)
    {
        // Metrics must not count this message.
        if (ExporterSelection.Of(services.GetRequiredService<IConfiguration>()).IsAnything)
        {
            return;
        }

        var shared = ActivatorUtilities.CreateInstance<WorkspaceServices>(services, NoPushQueues.Instance, new MemoryStore());
        var record = new WorkspaceRecord { Key = "", Generation = 0, Seed = 0 };
        var workspace = new Workspace(shared, record, WorkspaceState.Fresh(record, shared.Defaults));
        workspace.SetClock(static clock => clock.Set(ClockMode.Frozen));
        var sender = services.GetRequiredService<MessageSender>();
        workspace.Execute(transaction =>
        {
            sender.Send(transaction, transaction.State.DefaultApp, Read(), Body);
            foreach (var saved in transaction.Saved)
            {
                RecordKinds.Of(saved).FieldsOf(saved);
            }

            return true;
        });
        var tally = new AdvanceTally();
        while (workspace.FireNextUpTo(long.MaxValue, tally))
        {
        }
    }

    private static OutBoundMsg Read() => JsonSerializer.Deserialize(Body, ContractJsonOptions.NothingOdd.TypeInfo<OutBoundMsg>())!;
}
