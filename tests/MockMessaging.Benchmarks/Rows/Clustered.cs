namespace MockMessaging.Benchmarks.Rows;

/// <summary>message/send to replicas of the clustered edition, against the single server with its data file. Without an installed PostgreSQL there are no rows.</summary>
internal static class Clustered
{
    private const int Connections = 32;

    // READ comes a second after acceptance.
    private static readonly TimeSpan UntilRead = TimeSpan.FromSeconds(1.3);

    public static IEnumerable<Row> Measure(Bench bench)
    {
        if (TemporaryPostgres.FindPrograms() is not { } programs)
        {
            Console.Error.WriteLine("  left out: PostgreSQL is not installed");
            yield break;
        }

        using var postgres = new TemporaryPostgres(programs);
        using (var owner = bench.Published.StartReplica(postgres.NewDatabase("relaxed")))
        {
            // The first replica that is asked becomes the owner.
            owner.Reset(Bench.Key);
            using var other = bench.Published.StartReplica(postgres.ConnectionTo("relaxed"));
            bench.Warm(owner, () => { });
            yield return Compare(bench, "send to the replica that owns the workspace, against one server", owner, bench.OnFile);
            bench.Warm(other, () => { });
            yield return Compare(bench, "send to another replica, which forwards, against one server", other, bench.OnFile, owner);
        }

        using var strict = bench.Published.StartReplica(postgres.NewDatabase("strict"), "--Storage:Durability=Strict");
        bench.Warm(strict, () => { });
        yield return Compare(bench, "send, Durability Strict in PostgreSQL, against one server's Strict", strict, bench.Strict);
    }

    private static Row Compare(Bench bench, string what, Server loaded, Server single, Server? behind = null)
    {
        var compared = Comparison.Run(bench.Rounds, () => Run(single), () => Run(loaded, behind));
        loaded.Reset(Bench.Key);
        single.Reset(Bench.Key);
        return Row.Of($"{what}, {Connections} connections", compared, null);

        Load Run(Server server, Server? also = null) => Load.Run(server, Connections, bench.Seconds, () => Thread.Sleep(UntilRead), behind: also);
    }
}
