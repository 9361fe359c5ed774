using System.CommandLine;
using System.Text.Json.Nodes;
using MockMessaging.Client;
using MockMessaging.Contract;
using MockMessaging.Control;

namespace MockMessaging.Tool.Verbs;

/// <summary>Prints the events of a workspace as they happen.</summary>
internal static class TailVerb
{
    /// <summary>As <see cref="EventView.Kind"/> lists them.</summary>
    private static readonly string[] Kinds =
        ["sent", "inbound", "status", "push", "session", "leftout", "reset", "request", "clock", "faults", "outcomes", "traffic", "webhook", "settings", "snapshots", "media", "configuration"];

    public static Verb Create(Surroundings surroundings, CommonOptions common)
    {
        var after = new Option<string?>("--after") { HelpName = "ID", Description = "begin after this event, such as 12-40-9f3c1; 0 for all that are stored (default: from now on)" };
        var kinds = new Option<string[]>("--kind") { HelpName = "KIND", AllowMultipleArgumentsPerToken = true, Description = $"only these: {string.Join(", ", Kinds)}" };
        var count = new Option<int?>("--count") { HelpName = "N", Description = "end after N events (default: at Ctrl+C)" };
        var verb = new Verb(
            "tail", "prints what happens in a workspace, until Ctrl+C", "tail", "tail --after 0 --kind status push", "tail --kind status --count 1 --json")
        {
            after, kinds, count,
        };
        verb.SetAction(async (parsed, cancelled) =>
        {
            var wanted = parsed.GetValue(kinds) ?? [];
            foreach (var kind in wanted.Where(kind => !Kinds.Contains(kind, StringComparer.OrdinalIgnoreCase)))
            {
                throw new WrongArgumentsException($"--kind: '{kind}' is unknown; {(NearestName.Of(kind, Kinds) is { } meant ? $"did you mean {meant}?" : $"possible: {string.Join(", ", Kinds)}.")}");
            }

            if (parsed.GetValue(count) is <= 0)
            {
                throw new WrongArgumentsException("--count: give a number above 0.");
            }

            var workspace = common.Workspace(parsed);
            var json = common.Json(parsed);
            var left = parsed.GetValue(count);
            try
            {
                await foreach (var happened in FollowAsync(workspace, parsed.GetValue(after), surroundings, cancelled).ConfigureAwait(false))
                {
                    if (wanted.Length > 0 && !wanted.Contains(happened.View!.Kind, StringComparer.OrdinalIgnoreCase))
                    {
                        continue;
                    }

                    surroundings.Write(json ? JsonOf(happened) : LineOf(happened.View!), !json && happened.View!.Push?.State == "failed");
                    if (--left == 0)
                    {
                        break;
                    }
                }
            }
            catch (OperationCanceledException) when (cancelled.IsCancellationRequested)
            {
                // Ctrl+C is the usual end.
            }

            return ExitCode.Done;
        });
        return verb;
    }

    /// <summary>All events, in spite of restarts of the server. A server that cannot be reached at the beginning is a failure.</summary>
    private static async IAsyncEnumerable<StreamedEvent> FollowAsync(
        SandboxWorkspace workspace, string? after, Surroundings surroundings, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancelled)
    {
        var (opened, tries) = (false, 0);
        while (true)
        {
            var stream = workspace.Events.ReadAsync(after, cancelled).GetAsyncEnumerator(cancelled);
            await using (stream.ConfigureAwait(false))
            {
                while (await NextAsync(stream).ConfigureAwait(false) is { } happened)
                {
                    after = happened.Id ?? after;
                    if (happened.View is not null)
                    {
                        yield return happened;
                    }
                    else
                    {
                        surroundings.Note($"Follows {workspace.Key} at {workspace.BaseAddress}, version {happened.Version}.");
                        (opened, tries) = (true, 0);
                    }
                }
            }

            await surroundings.PauseAsync(Connection.Pause(++tries), cancelled).ConfigureAwait(false);
        }

        // Null at the end of the stream, and when the connection is lost.
        async Task<StreamedEvent?> NextAsync(IAsyncEnumerator<StreamedEvent> stream)
        {
            try
            {
                if (await stream.MoveNextAsync().ConfigureAwait(false))
                {
                    return stream.Current;
                }

                surroundings.Note("The sandbox has stopped; connects again when it is back.");
            }
            catch (Exception failure) when (opened && Connection.IsLost(failure, cancelled))
            {
                if (tries == 0)
                {
                    surroundings.Note($"{Connection.Of(failure)} Connects again.");
                }
            }

            return null;
        }
    }

    private static string JsonOf(StreamedEvent happened)
    {
        var json = JsonNode.Parse(Lines.Json(happened.View!))!.AsObject();
        json.Insert(0, "id", happened.Id);
        return Lines.Json(json);
    }

    private static string LineOf(EventView view) => $"{Lines.Time(view.At)}  {view.Kind,-8}  " + view switch
    {
        { Push: { } push } => Lines.Words(push.ContactId, Lines.Of(push), push.MessageId is { } id ? $"message {id}" : null),
        { Request: { } request } => Lines.Words(request.Method, request.Path, $"{request.Status}", $"{request.DurationMs:0} ms", request.Fault is { } fault ? $"fault {fault}" : null, request.Warnings),
        { Message: { } message } => Lines.Words(view.ContactId, view.Status ?? message.Type, Lines.Quoted(message.Text), $"message {message.Id}"),
        { Clock: { } clock } => $"{clock.Mode.ToString().ToLowerInvariant()} {Lines.Time(clock.Now)}",
        _ => Lines.Words(view.ContactId, view.Event, view.Reason, view.SessionId is { } session ? $"session {session}" : null),
    };
}
