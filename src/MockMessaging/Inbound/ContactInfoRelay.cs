using MockMessaging.Http;
using MockMessaging.State;
using MockMessaging.Webhooks;
using MockMessaging.Workspaces;

namespace MockMessaging.Inbound;

/// <summary>Passes requests for contact information to the business, at the URL in the settings, and returns its response.</summary>
internal sealed class ContactInfoRelay(PushBuilder pushes, PushSender sender, WebhooksOptions options)
{
    /// <summary>True if a URL is configured and the request is not one that this server sent to itself.</summary>
    public bool Accepts(HttpRequest request) => !string.IsNullOrEmpty(options.ContactInfoUrl) && !request.Headers.ContainsKey(PushSender.PushIdHeader);

    /// <summary>The response of the business; null if the request failed. The push with the attempt says why.</summary>
    public async Task<byte[]?> AskAsync(Workspace workspace, string contactId, RequestBody asked, TraceContext? trace, CancellationToken cancelled)
    {
        var generation = workspace.Generation;
        var call = workspace.Execute(transaction => pushes.ContactInfoCall(transaction, contactId, asked.Utf8, null), trace: trace).Value;
        var attempt = await AttemptAsync(call, workspace, cancelled).ConfigureAwait(false);
        workspace.Follow(transaction => PushOutcome.Record(transaction, generation, call, [attempt], []));
        call.Settle();
        return attempt.Succeeded ? attempt.Answer : null;
    }

    private async Task<PushAttempt> AttemptAsync(Push call, Workspace workspace, CancellationToken cancelled)
    {
        var atMs = workspace.Clock.NowMs;
        try
        {
            return await sender.SendAsync(call, atMs, workspace.SigningSecret, cancelled).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            return new PushAttempt(atMs, null, 0, "The caller closed the connection before the business responded.");
        }
    }
}
