using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Nodes;
using MockMessaging.Contract;
using MockMessaging.Control;

namespace MockMessaging.Client;

/// <summary>
/// Posts what a workspace pushes into a client, each push once and one after the other in the order they were made, with the headers the
/// server itself sends. It neither retries nor tells the workspace what became of a push, and faults for pushes do not strike here.
/// </summary>
public sealed class PushPump : IAsyncDisposable
{
    private static readonly MediaTypeHeaderValue Json = new("application/json");

    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(5);

    private readonly WorkspacePushes _pushes;
    private readonly HttpClient _app;
    private readonly string _path;
    private readonly string? _appId;
    private readonly SemaphoreSlim _turn = new(1);
    private readonly CancellationTokenSource _stopped = new();
    private readonly List<PumpedPush> _posted = [];
    private Task? _following;
    private long _cursor;

    internal PushPump(WorkspacePushes pushes, HttpClient app, string path, string? appId)
    {
        _pushes = pushes;
        _app = app;
        _path = path;
        _appId = appId;
    }

    /// <summary>Everything posted so far, oldest first.</summary>
    public IReadOnlyList<PumpedPush> Posted
    {
        get
        {
            lock (_posted)
            {
                return [.. _posted];
            }
        }
    }

    /// <summary>Posts everything that was not posted yet, also what comes while it does so, and ends when the app has answered all of it.</summary>
    /// <param name="cancellationToken">Gives up; what is not posted by then is next time.</param>
    /// <returns>What was posted by this call.</returns>
    /// <exception cref="InvalidOperationException">Pushes were forgotten before they were fetched. The next call goes on with those that were not.</exception>
    /// <exception cref="SandboxException">The server refused.</exception>
    public async Task<IReadOnlyList<PumpedPush>> DeliverAsync(CancellationToken cancellationToken = default)
    {
        if (_following is { IsFaulted: true } failed)
        {
            await failed.ConfigureAwait(false);
        }

        await _turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            var posted = new List<PumpedPush>();
            while (await FetchAsync(null, cancellationToken).ConfigureAwait(false) is { Count: > 0 } fetched)
            {
                foreach (var push in fetched)
                {
                    posted.Add(await PostAsync(push, cancellationToken).ConfigureAwait(false));
                }
            }

            return posted;
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Posts each push as soon as there is one, until this is disposed of; for clocks that run.</summary>
    /// <returns>This pump.</returns>
    public PushPump Start()
    {
        _following ??= FollowAsync();
        return this;
    }

    /// <summary>Stops posting.</summary>
    /// <exception cref="HttpRequestException">The server went away while its pushes were followed.</exception>
    public async ValueTask DisposeAsync()
    {
        await _stopped.CancelAsync().ConfigureAwait(false);
        try
        {
            await (_following ?? Task.CompletedTask).ConfigureAwait(false);
        }
        finally
        {
            _stopped.Dispose();
            _turn.Dispose();
        }
    }

    private async Task FollowAsync()
    {
        try
        {
            while (true)
            {
                if (await FetchAsync(LongestWait, _stopped.Token).ConfigureAwait(false) is { Count: > 0 })
                {
                    await DeliverAsync(_stopped.Token).ConfigureAwait(false);
                }
            }
        }
        catch (OperationCanceledException) when (_stopped.IsCancellationRequested)
        {
            // Whoever started it has seen enough.
        }
    }

    private async Task<IReadOnlyList<OutboxItem>> FetchAsync(TimeSpan? wait, CancellationToken cancelled)
    {
        var outbox = await _pushes.OutboxAsync(Interlocked.Read(ref _cursor), wait, _appId, cancellationToken: cancelled).ConfigureAwait(false);
        if (outbox.Missed > 0)
        {
            // Told once; the next call goes on with what is left.
            Interlocked.Exchange(ref _cursor, outbox.Pushes.Count > 0 ? outbox.Pushes[0].Cursor - 1 : outbox.Next);
            throw new InvalidOperationException($"{outbox.Missed} pushes were forgotten (Limits:PushesKept) before the pump fetched them; raise that limit, or deliver more often.");
        }

        return outbox.Pushes;
    }

    private async Task<PumpedPush> PostAsync(OutboxItem push, CancellationToken cancelled)
    {
        PumpedPush posted;
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, _path)
            {
                Content = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(push.Body!, ControlJsonOptions.Wire.TypeInfo<JsonNode>())),
            };
            request.Content.Headers.ContentType = Json;
            foreach (var (name, value) in push.Headers)
            {
                request.Headers.TryAddWithoutValidation(name, value);
            }

            using var answer = await _app.SendAsync(request, cancelled).ConfigureAwait(false);
            posted = new PumpedPush(push, answer.StatusCode, await answer.Content.ReadAsStringAsync(cancelled).ConfigureAwait(false), null);
        }
        catch (Exception failure) when (!cancelled.IsCancellationRequested)
        {
            posted = new PumpedPush(push, null, "", failure);
        }

        Interlocked.Exchange(ref _cursor, push.Cursor);
        lock (_posted)
        {
            _posted.Add(posted);
        }

        return posted;
    }
}
