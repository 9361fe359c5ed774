using System.Globalization;
using System.Text;

namespace MockMessaging.Tests.Fuzz;

/// <summary>Imports altered exports one after the other, each into a workspace of its own.</summary>
internal sealed class ImportWorker(FuzzServer server, FuzzClient client, Failures failures, FuzzOperation import, Random random, string name)
{
    private readonly ArchiveMutations _mutations = new(random);

    /// <summary>How many were taken.</summary>
    public int Taken { get; private set; }

    /// <summary>Workspaces that took one and worked: their key, what they hold, and how the archive was altered.</summary>
    public List<(string Key, string Held, string Oddities)> Kept { get; } = [];

    public async Task<ImportWorker> WorkAsync(IReadOnlyList<string> exports, int times)
    {
        for (var time = 0; time < times && !server.IsGivenUp; time++)
        {
            await TryAsync(OddValues.Pick(random, exports), string.Create(CultureInfo.InvariantCulture, $"{name}-{time}"));
        }

        return this;
    }

    private async Task TryAsync(string export, string name)
    {
        var life = server.Life;
        var workspace = new FuzzWorkspace(server, client, failures, name, random, () => "");
        var key = workspace.Enter();
        await workspace.CallAsync(UsableProbe.Request(key, "PUT /_sandbox/clock", """{"mode":"frozen","now":"2026-01-05T10:00:00Z"}"""));
        var before = await ExportAsync(workspace, key);
        var (archive, oddities) = _mutations.Make(export, random.Next(1, 4));
        var request = new FuzzRequest(import, key) { Body = Encoding.UTF8.GetBytes(archive) };
        request.Headers.Add(("Content-Type", "application/json"));
        request.Oddities.Add(oddities);
        var answer = await workspace.CallAsync(request);
        if (life != server.Life)
        {
            return;
        }

        var told = () => $"{oddities}\n{request.ToCurl(20_000)}\n-> {answer}";
        if (AnswerCheck.Problem(request, answer, production: true) is { } problem)
        {
            failures.Add($"import: {problem}", told);
        }

        if (answer.IsGood)
        {
            Taken++;
            if (await workspace.SettleAsync() is { } unusable)
            {
                failures.Add($"import taken, and not usable: {unusable}", told);
            }
            else
            {
                Kept.Add((key, UsableProbe.Counts(await workspace.CallAsync(UsableProbe.Look(key))), oddities));
            }
        }
        else if (await ExportAsync(workspace, key) != before && life == server.Life)
        {
            failures.Add($"import refused with {answer.Status}, and the workspace changed", told);
        }
    }

    private static async Task<string> ExportAsync(FuzzWorkspace workspace, string key) =>
        Witness.WithoutHostTimes((await workspace.CallAsync(UsableProbe.Export(key))).Text);
}
