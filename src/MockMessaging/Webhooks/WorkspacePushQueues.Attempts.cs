using System.Diagnostics;
using MockMessaging.Http;
using MockMessaging.State;
using MockMessaging.Storage;

namespace MockMessaging.Webhooks;

/// <content>The attempts of its workers.</content>
internal sealed partial class WorkspacePushQueues
{
    private readonly IReadOnlyList<long> _retries = options.RetryMilliseconds();
    private readonly ReceiverFailureLog _failures = new(workspace, host, log);
    private readonly LogThrottle _unrecorded = new(host);

    private async Task AttemptAsync(Push push)
    {
        try
        {
            if (push.Gate is { } gate)
            {
                await gate.Opened.WaitAsync(_stopped.Token).ConfigureAwait(false);
                (push.RequestNumber, push.Gate) = (gate.RequestNumber, null);
            }

            // What it reports may not have been stored. If it was, the next run sends it.
            if (workspace.StandsStill)
            {
                return;
            }

            Volatile.Write(ref _lastAttemptAt, Stopwatch.GetTimestamp());
            _stopped.Token.ThrowIfCancellationRequested();
            IReadOnlyList<PushAttempt> attempts = push.Copies == 1
                ? [await SendAsync(push).ConfigureAwait(false)]
                : await Task.WhenAll(Enumerable.Range(0, push.Copies).Select(_ => SendAsync(push))).ConfigureAwait(false);
            _failures.Note(push, attempts[0]);
            workspace.Follow(transaction => PushOutcome.Record(transaction, _generation, push, attempts, _retries));
        }
        catch (OperationCanceledException)
        {
            // The workspace was reset; or the server stops, and the next run sends the push from the store.
        }
        catch (StoreBusyException)
        {
            // The store has logged why. The next run sends the push again.
        }
        catch (Exception failure)
        {
            if (_unrecorded.Allows(out var keptBack))
            {
                log.LogError(failure, "What became of push {Push} of workspace {Workspace} could not be recorded, nor of {More} others.", push.Id, workspace.Name, keptBack);
            }
        }
    }

    private Task<PushAttempt> SendAsync(Push push) => sender.SendAsync(push, workspace.Clock.NowMs, workspace.SigningSecret, _aborted.Token);
}
