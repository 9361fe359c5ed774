using System.CommandLine;

namespace MockMessaging.Tool.Verbs;

/// <summary>Brings the pushes of a workspace to a port of this machine.</summary>
internal static class ListenVerb
{
    private const int MostReplayed = 1_000;

    public static Verb Create(Surroundings surroundings, CommonOptions common)
    {
        var forward = new Option<string>("--forward") { HelpName = "URL", Required = true, Description = "your webhook, such as http://localhost:3000/webhook; in short localhost:3000/webhook" };
        var app = new Option<string?>("--app") { HelpName = "APP_ID", Description = "only the pushes for this client app" };
        var fromStart = new Option<bool>("--from-start") { Description = "begin with the oldest stored push (default: with the next one)" };
        var replay = new Option<int?>("--replay") { HelpName = "N", Description = $"begin with the newest N pushes again, 1 to {MostReplayed}" };
        var once = new Option<bool>("--once") { Description = "end when all stored pushes are posted; implies --from-start unless --replay is given" };
        var timeout = new Option<string?>("--timeout") { HelpName = "TIME", Description = "how long your webhook may take to respond, such as 30s (default 100s)" };
        var verb = new Verb(
            "listen",
            "fetches the pushes of a workspace, wherever the sandbox runs, and posts them to a URL of this machine, until Ctrl+C",
            "listen --forward http://localhost:3000/webhook",
            "listen --forward localhost:3000/webhook --server https://sandbox.example.com --key my-key",
            "listen --forward 3000 --replay 5 --once")
        {
            forward, app, fromStart, replay, once, timeout,
        };
        verb.SetAction(async (parsed, cancelled) =>
        {
            var again = parsed.GetValue(replay);
            if (again is <= 0 or > MostReplayed)
            {
                throw new WrongArgumentsException($"--replay: give a number from 1 to {MostReplayed}.");
            }

            if (again is not null && parsed.GetValue(fromStart))
            {
                throw new WrongArgumentsException("Give --from-start or --replay, not both.");
            }

            var url = Addresses.Of(parsed.GetRequiredValue(forward), "--forward");
            var workspace = common.Workspace(parsed);
            var feed = new PushFeed(workspace, parsed.GetValue(app), surroundings);
            using var forwarder = new PushForwarder(url, Lines.Span(parsed.GetValue(timeout), "--timeout") ?? TimeSpan.FromSeconds(100), surroundings, common.Json(parsed));
            await feed.StartAsync(again ?? (parsed.GetValue(fromStart) || parsed.GetValue(once) ? int.MaxValue : 0), cancelled).ConfigureAwait(false);
            surroundings.Note($"Posts the pushes of {workspace.Key} at {workspace.BaseAddress} to {url}.");
            if (parsed.GetValue(once))
            {
                var succeeded = await forwarder.PostAsync(await feed.AllAsync(cancelled).ConfigureAwait(false), cancelled).ConfigureAwait(false);
                surroundings.Note(forwarder.Summary);
                return succeeded ? ExitCode.Done : ExitCode.Refused;
            }

            try
            {
                await forwarder.FollowAsync(feed, cancelled).ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (cancelled.IsCancellationRequested)
            {
                // Ctrl+C is the usual end.
            }

            surroundings.Note(forwarder.Summary);
            return ExitCode.Done;
        });
        return verb;
    }
}
