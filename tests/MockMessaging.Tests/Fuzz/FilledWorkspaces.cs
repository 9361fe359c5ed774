namespace MockMessaging.Tests.Fuzz;

/// <summary>Workspaces in which every operation was used as documented, and their exports.</summary>
internal static class FilledWorkspaces
{
    private const int Rounds = 4;

    private static readonly string[] NotToFill =
    [
        "DELETE /_sandbox/faults", "DELETE /_sandbox/outcomes", "DELETE /_sandbox/traffic", "DELETE /_sandbox/outcomes/{id}", "DELETE /_sandbox/faults/{id}", "POST /_sandbox/workspaces",
    ];

    public static async Task<IReadOnlyList<string>> ExportsAsync(FuzzServer server, FuzzClient client, IReadOnlyList<FuzzOperation> operations)
    {
        var exports = new List<string>();
        for (var number = 0; number < 2; number++)
        {
            var harvest = new Harvest();
            var generator = new RequestGenerator(new Random(FuzzSettings.Seed + number), harvest, () => "http://127.0.0.1:9/");
            for (var round = 0; round < Rounds; round++)
            {
                foreach (var operation in operations.Where(operation => !operation.Replaces && !NotToFill.Contains(operation.Name)))
                {
                    var answer = await client.SendAsync(server.BaseAddress, generator.Make(operation, $"filled-{number}"));
                    harvest.Gather(operation, answer);
                }
            }

            exports.Add(harvest.Export!);
        }

        return exports;
    }
}
