using MockMessaging.Contract;
using MockMessaging.State;

namespace MockMessaging.Webhooks;

/// <summary>Records what became of a push, and of the inbound message in it.</summary>
internal static class PushOutcome
{
    /// <summary>
    /// Records one attempt, or several at the same moment, of which the first decides. If the generation has changed since, nothing is
    /// recorded. <paramref name="retries"/> are the milliseconds to wait before each further attempt.
    /// </summary>
    public static bool Record(WorkspaceTransaction transaction, int generation, Push push, IReadOnlyList<PushAttempt> attempts, IReadOnlyList<long> retries)
    {
        if (transaction.State.Generation != generation)
        {
            return false;
        }

        var attempt = attempts[0];
        foreach (var made in attempts)
        {
            push.Add(push.Type == PushType.ContactInfo ? made with { Answer = null } : made);
        }

        push.Copies = 1;
        var backlog = transaction.State.BacklogOf(push);
        backlog.Attempted(attempt);
        transaction.AddEvent(WorkspaceEventKind.Push, push);
        if (!attempt.Succeeded && push.Type != PushType.ContactInfo && push.Attempts.Count <= retries.Count)
        {
            push.State = PushState.Retrying;
            transaction.State.Unstored.Store(transaction, push);
            transaction.Timers.Add(new PushTimer(push, transaction.Now + retries[push.Attempts.Count - 1]));
            return true;
        }

        backlog.End(attempt.Succeeded);
        push.State = attempt.Succeeded ? PushState.Delivered : PushState.Failed;
        transaction.End(push);
        if (push is { Type: PushType.Messages, Message: { IsInbound: true } message })
        {
            foreach (var pushed in (Message[])[message, .. push.Others])
            {
                Forwarded(transaction, pushed, attempt);
            }
        }

        if (push.Type == PushType.ContactInfo && attempt is { Succeeded: true, Answer: { Length: > 0 } answer }
            && transaction.State.Contacts.TryGetValue(push.ContactId, out var contact))
        {
            ContactInfoAnswer.Apply(transaction, contact, answer);
        }

        return true;
    }

    private static void Forwarded(WorkspaceTransaction transaction, Message message, PushAttempt attempt)
    {
        if (!CapacityCheck.CanAddStatus(transaction.State, message))
        {
            // A message replayed a thousand times needs no further status; the pushes show their attempts.
            return;
        }

        message.Details ??= new MessageDetails();
        (message.Details.Departures ??= []).Add(
            new StatusChange(attempt.Succeeded ? MessageStatus.Forwarded : MessageStatus.ForwardErr, transaction.Now));
        if (!attempt.Succeeded)
        {
            (message.Details.Logs ??= []).Add(attempt.Cause!);
        }

        transaction.Save(message);
    }
}
