using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Nodes;
using MockMessaging.Contract;
using MockMessaging.Control;

namespace MockMessaging.Client;

/// <summary>
/// Posts the pushes of a workspace to an <see cref="HttpClient"/>: each push once, in order, with the headers that the server itself sends. It does not
/// retry, does not report results to the workspace, and ignores faults for pushes.
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

    /// <summary>All pushes posted so far, oldest first.</summary>
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

    /// <summary>The request that the server itself sends for a push: the same body and headers.</summary>
    /// <param name="url">Where to send it; relative to the address of the client that sends it, or absolute.</param>
    public static HttpRequestMessage RequestOf(OutboxItem push, Uri url)
    {
        ArgumentNullException.ThrowIfNull(push);
        var request = new HttpRequestMessage(HttpMethod.Post, url)
        {
            Content = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(push.Body!, ControlJsonOptions.Wire.TypeInfo<JsonNode>())),
        };
        request.Content.Headers.ContentType = Json;
        foreach (var (name, value) in push.Headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return request;
    }

    /// <summary>Posts all pushes that were not posted yet, also those that are made meanwhile; completes when the app has responded to all of them.</summary>
    /// <returns>The pushes that this call posted.</returns>
    /// <exception cref="InvalidOperationException">Pushes were evicted before they were fetched. The next call continues with the first stored one.</exception>
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

    /// <summary>Posts each push as soon as it is made, until this is disposed. For running clocks.</summary>
    /// <returns>This pump.</returns>
    public PushPump Start()
    {
        _following ??= FollowAsync();
        return this;
    }

    /// <summary>Stops posting.</summary>
    /// <exception cref="HttpRequestException">The connection to the server was lost after <see cref="Start"/>.</exception>
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
            // Disposed.
        }
    }

    private async Task<IReadOnlyList<OutboxItem>> FetchAsync(TimeSpan? wait, CancellationToken cancelled)
    {
        var outbox = await _pushes.OutboxAsync(Interlocked.Read(ref _cursor), wait, _appId, cancellationToken: cancelled).ConfigureAwait(false);
        if (outbox.Missed > 0)
        {
            // Reported once; the next call continues with what is stored.
            Interlocked.Exchange(ref _cursor, outbox.Pushes.Count > 0 ? outbox.Pushes[0].Cursor - 1 : outbox.Next);
            throw new InvalidOperationException($"{outbox.Missed} pushes were evicted (Limits:PushesKept) before the pump fetched them; raise that limit, or deliver more often.");
        }

        return outbox.Pushes;
    }

    private async Task<PumpedPush> PostAsync(OutboxItem push, CancellationToken cancelled)
    {
        PumpedPush posted;
        try
        {
            using var request = RequestOf(push, new Uri(_path, UriKind.RelativeOrAbsolute));
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

/// <summary>A push that was posted to an app, and the app's response.</summary>
/// <param name="Push">The push.</param>
/// <param name="Status">HTTP status of the response; null if there was none.</param>
/// <param name="Answer">Body of the response.</param>
/// <param name="Failure">Why there was no response; the app's own exception if it runs in this process.</param>
public sealed record PumpedPush(OutboxItem Push, HttpStatusCode? Status, string Answer, Exception? Failure)
{
    /// <summary>True for a status from 200 to 299: the app accepted the push.</summary>
    public bool Succeeded => (int?)Status is >= 200 and <= 299;
}
