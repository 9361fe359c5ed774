using System.Collections.Concurrent;
using System.Text.Json;
using MockMessaging.Contract;
using MockMessaging.Conversations;
using MockMessaging.State;
using MockMessaging.Storage;
using MockMessaging.Workspaces;

namespace MockMessaging.Delivery;

/// <summary>Fetches the links of outbound media, as the provider does once it has accepted a message. The message waits for that.</summary>
internal sealed class MediaFetcher(MediaOptions options, MediaClient client, StatusLadder ladder, IHostApplicationLifetime lifetime, ILogger<MediaFetcher> log) : IDisposable
{
    private const int MostAtOnce = 64;

    private readonly ConcurrentDictionary<Message, (Workspace Workspace, Task Ended)> _underWay = [];
    private readonly SemaphoreSlim _turns = new(MostAtOnce);

    /// <summary>Notes the links of a message that is sent, so that it waits for them. Does nothing if it has none, is refused, or the setting says no.</summary>
    public void Mark(Message message)
    {
        if (options.FetchOutbound && !StatusLadder.IsRefusal(message.Plan!) && message.Plan!.Outcome != ProviderRules.Outcome
            && JsonSerializer.Deserialize(message.Body, ContractJsonOptions.Request.TypeInfo<OutBoundMsg>()) is { } request
            && Links(request).Select(link => new MediaFetch(link)).ToList() is { Count: > 0 } fetches)
        {
            (message.Details ??= new MessageDetails()).Fetches = fetches;
        }
    }

    /// <summary>Fetches the links of a message.</summary>
    /// <param name="answered">Completes when the response to the request has been sent.</param>
    public void Begin(Workspace workspace, Message message, Task answered)
    {
        var ended = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _underWay[message] = (workspace, ended.Task);
        _ = RunAsync(workspace, message, answered, ended);
    }

    public bool IsIdle(Workspace workspace) => _underWay.IsEmpty || _underWay.Values.All(fetch => fetch.Workspace != workspace);

    /// <summary>Completes when every fetch that has begun so far has ended.</summary>
    public Task IdleAsync(Workspace workspace) =>
        _underWay.IsEmpty ? Task.CompletedTask : Task.WhenAll(_underWay.Values.Where(fetch => fetch.Workspace == workspace).Select(fetch => fetch.Ended));

    public void Dispose() => _turns.Dispose();

    private static IEnumerable<string> Links(OutBoundMsg request) =>
        MessageTypes.All.Select(type => type.Outbound?.Invoke(request)).OfType<OutBoundMsgMedia>().Select(media => media.Link).OfType<string>().Where(link => link.Length > 0).Distinct();

    private async Task RunAsync(Workspace workspace, Message message, Task answered, TaskCompletionSource ended)
    {
        var stopping = lifetime.ApplicationStopping;
        try
        {
            await answered.WaitAsync(stopping).ConfigureAwait(false);
            await _turns.WaitAsync(stopping).ConfigureAwait(false);
            try
            {
                var found = await Task.WhenAll(message.Details!.Fetches!.Select(fetch => client.FetchAsync(fetch.Link, stopping))).ConfigureAwait(false);
                workspace.Follow(transaction => Record(transaction, message, found));
            }
            finally
            {
                _turns.Release();
            }
        }
        catch (Exception stopped) when (stopped is OperationCanceledException or StoreBusyException)
        {
            // The server stops, and the next run goes on with the message; or nothing can be stored any more, and the store has logged why.
        }
        catch (Exception failure)
        {
            log.LogError(failure, "The media of message {Message} of workspace {Workspace} could not be fetched.", message.Id, workspace.Name);
        }
        finally
        {
            _underWay.TryRemove(message, out _);
            ended.SetResult();
            workspace.Changes.Pulse();
        }
    }

    /// <summary>Does nothing if the workspace was reset meanwhile.</summary>
    private bool Record(WorkspaceTransaction transaction, Message message, IReadOnlyList<MediaFetch> found)
    {
        if (transaction.State.Messages.Find(message.Id) != message || !message.IsFetching)
        {
            return false;
        }

        transaction.Trace ??= message.Details!.Trace;
        ladder.EndFetch(transaction, message, found);
        return true;
    }
}
