using MockMessaging.Http;
using MockMessaging.State;
using MockMessaging.Webhooks;
using MockMessaging.Workspaces;

namespace MockMessaging.Inbound;

/// <summary>Asks the business that configured a URL who a contact is, and hands on its answer.</summary>
internal sealed class ContactInfoRelay(PushBuilder pushes, PushSender sender, WebhooksOptions options)
{
    /// <summary>Whether a call is handed on: a URL is configured, and the call is not our own question come back.</summary>
    public bool Takes(HttpRequest request) => !string.IsNullOrEmpty(options.ContactInfoUrl) && !request.Headers.ContainsKey(PushSender.PushIdHeader);

    /// <summary>The business's answer; none where it failed, which is told under its push.</summary>
    public async Task<byte[]?> AskAsync(Workspace workspace, string contactId, RequestBody asked, TraceContext? trace, CancellationToken cancelled)
    {
        var generation = workspace.Generation;
        var question = workspace.Execute(transaction => pushes.Question(transaction, contactId, asked.Utf8, null), trace: trace).Value;
        var attempt = await AttemptAsync(question, workspace.Clock.NowMs, cancelled).ConfigureAwait(false);
        workspace.Follow(transaction => PushOutcome.Record(transaction, generation, question, [attempt], []));
        question.Settle();
        return attempt.Succeeded ? attempt.Answer : null;
    }

    private async Task<PushAttempt> AttemptAsync(Push question, long atMs, CancellationToken cancelled)
    {
        try
        {
            return await sender.SendAsync(question, atMs, cancelled).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            return new PushAttempt(atMs, null, 0, "The caller has gone before the business answered.");
        }
    }
}
