using System.Threading.Channels;
using MockMessaging.Client;
using MockMessaging.Control;

namespace MockMessaging.Tool.Verbs;

/// <summary>The pushes of a workspace in order, each once, in spite of lost connections and restarts of the server.</summary>
/// <param name="appId">Only the pushes for this client app.</param>
internal sealed class PushFeed(SandboxWorkspace workspace, string? appId, Surroundings surroundings)
{
    private const int LargestPage = 1_000;

    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(1);

    /// <summary>Beyond the wait: the connection is dead, although nothing closed it.</summary>
    private static readonly TimeSpan Patience = LongestWait + TimeSpan.FromSeconds(15);

    private readonly Queue<string> _order = new();
    private readonly HashSet<string> _seen = [];
    private OutboxItem? _last;
    private long _cursor;

    /// <summary>Finds the place to begin.</summary>
    /// <param name="again">How many of the stored pushes to fetch again; all if there are fewer.</param>
    public async Task StartAsync(int again, CancellationToken cancelled)
    {
        if (again == int.MaxValue)
        {
            return;
        }

        // One more than wanted: what comes after it is new.
        var newest = await workspace.Pushes.OutboxAsync(appId: appId, limit: Math.Min(LargestPage, again + 1), newestFirst: true, cancellationToken: cancelled).ConfigureAwait(false);
        if (newest.Pushes.Count > again)
        {
            Remember(newest.Pushes[again]);
        }
        else
        {
            _cursor = again > 0 && newest.Pushes.Count > 0 ? newest.Pushes[^1].Cursor - 1 : newest.Pushes.Count > 0 ? newest.Pushes[0].Cursor : newest.Next;
        }
    }

    /// <summary>What is stored now.</summary>
    public async Task<IReadOnlyList<OutboxItem>> AllAsync(CancellationToken cancelled)
    {
        var all = new List<OutboxItem>();
        OutboxList page;
        do
        {
            page = await FetchAsync(null, cancelled).ConfigureAwait(false);
            all.AddRange(page.Pushes);
        }
        while (page.More);
        return all;
    }

    /// <summary>Writes each push as soon as it is made. It fetches ahead of a slow reader, since a server that restarts forgets pushes.</summary>
    /// <exception cref="SandboxException">The server refuses.</exception>
    public async Task FollowAsync(ChannelWriter<OutboxItem> pushes, CancellationToken cancelled)
    {
        var tries = 0;
        var skipped = new HashSet<string>();
        while (true)
        {
            try
            {
                if (tries > 0)
                {
                    skipped = await ResumeAsync(cancelled).ConfigureAwait(false);
                    surroundings.Note("The sandbox is back.");
                    tries = 0;
                }

                foreach (var push in (await FetchAsync(LongestWait, cancelled).ConfigureAwait(false)).Pushes)
                {
                    if (!skipped.Remove(push.Id))
                    {
                        await pushes.WriteAsync(push, cancelled).ConfigureAwait(false);
                    }
                }
            }
            catch (Exception failure) when (Connection.IsLost(failure, cancelled))
            {
                if (tries++ == 0)
                {
                    surroundings.Note($"{Connection.Of(failure)} Connects to the sandbox again.");
                }

                await surroundings.PauseAsync(Connection.Pause(tries), cancelled).ConfigureAwait(false);
            }
        }
    }

    private async Task<OutboxList> FetchAsync(TimeSpan? wait, CancellationToken cancelled)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancelled);
        patience.CancelAfter(Patience);
        var list = await workspace.Pushes.OutboxAsync(_cursor, wait, appId, LargestPage, cancellationToken: patience.Token).ConfigureAwait(false);
        if (list.Missed > 0)
        {
            surroundings.Note($"{list.Missed} older pushes are no longer stored (Limits:PushesKept).");
        }

        foreach (var push in list.Pushes)
        {
            Remember(push);
        }

        _cursor = list.Next;
        return list;
    }

    /// <summary>
    /// Finds the place to go on. A server that was restarted has only those pushes that no webhook has accepted, and does not know the place of before.
    /// </summary>
    /// <returns>Pushes that were fetched before and will come once more.</returns>
    private async Task<HashSet<string>> ResumeAsync(CancellationToken cancelled)
    {
        if (_last is null || (await workspace.Pushes.OutboxAsync(_last.Cursor - 1, appId: appId, limit: 1, cancellationToken: cancelled).ConfigureAwait(false)).Pushes is [var same, ..] && IsLast(same))
        {
            return [];
        }

        var newest = await workspace.Pushes.OutboxAsync(appId: appId, limit: LargestPage, newestFirst: true, cancellationToken: cancelled).ConfigureAwait(false);
        _cursor = newest.Pushes.FirstOrDefault(IsLast)?.Cursor ?? 0;

        // Without a file everything is new, even if ids repeat.
        return (await workspace.GetAsync(cancelled).ConfigureAwait(false)).Server.Storage == "file" ? [.. _seen] : [];
    }

    private bool IsLast(OutboxItem push) => push.Id == _last!.Id && push.CreatedAt == _last.CreatedAt;

    private void Remember(OutboxItem push)
    {
        (_last, _cursor) = (push, push.Cursor);
        if (_seen.Add(push.Id))
        {
            _order.Enqueue(push.Id);
        }

        if (_order.Count > LargestPage)
        {
            _seen.Remove(_order.Dequeue());
        }
    }
}
