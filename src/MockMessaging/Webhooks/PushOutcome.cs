using MockMessaging.Contract;
using MockMessaging.Workspaces;

namespace MockMessaging.Webhooks;

/// <summary>Writes down what became of a push, and of the inbound message it carried.</summary>
internal static class PushOutcome
{
    public static bool Record(WorkspaceTransaction transaction, int world, Push push, PushAttempt attempt)
    {
        if (transaction.State.World != world)
        {
            return false;
        }

        push.Add(attempt with { Answer = null });
        push.State = attempt.Succeeded ? PushState.Delivered : PushState.Failed;
        transaction.Remove(push);
        if (push is { Type: PushType.Messages, Message: { IsInbound: true } message })
        {
            Forwarded(transaction, message, attempt);
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
