using System.Text;
using System.Text.Json;
using MockMessaging.Contract;
using MockMessaging.Fidelity;
using MockMessaging.Journal;
using MockMessaging.Messages;
using MockMessaging.Seeding;
using MockMessaging.Storage;
using MockMessaging.Telemetry;
using MockMessaging.Time;
using MockMessaging.Workspaces;

namespace MockMessaging;

/// <summary>
/// Goes once through what the first message needs, beside the start and for nobody, so that the first caller need not wait until the code is
/// made ready. Nobody waits for it: what it trips over, the start trips over too, and tells.
/// </summary>
internal static class Rehearsal
{
    private static readonly byte[] Body = Encoding.UTF8.GetBytes(Fixtures.Request("message-send"));

    /// <summary>The part that needs no settings.</summary>
    public static void ReadAndWrite()
    {
        Fixtures.Load(null);
        Read();
        KeyMask.Hides("");
        var answer = DocumentedProfile.Instance.Full(new EnvelopeFacts("", "", default), [new OutBoundReciept()], null);
        JsonSerializer.SerializeToUtf8Bytes(answer.Body, answer.Shape);
    }

    /// <summary>A message to a world of its own that nobody can reach and no store keeps.</summary>
    public static void Send(IServiceProvider services)
    {
        // Whoever counts messages should not count this one.
        if (TelemetryWishes.Of(services.GetRequiredService<IConfiguration>()).IsAnything)
        {
            return;
        }

        var world = ActivatorUtilities.CreateInstance<WorkspaceServices>(services, new NoStore(pretends: services.GetRequiredService<StorageOptions>().Path != StorageOptions.InMemory));
        var record = new WorkspaceRecord { Key = "", World = 0, Seed = 0 };
        var workspace = new Workspace(world, record, WorkspaceState.Fresh(record, world));
        workspace.SetClock(static clock => clock.Set(ClockMode.Frozen));
        var sender = services.GetRequiredService<MessageSender>();
        workspace.Execute(transaction => sender.Send(transaction, transaction.State.DefaultApp, Read(), Body));
        var tally = new AdvanceTally();
        while (workspace.FireNextUpTo(long.MaxValue, tally))
        {
        }
    }

    private static OutBoundMsg Read() => JsonSerializer.Deserialize(Body, ContractJsonOptions.NothingOdd.Shape<OutBoundMsg>())!;
}
