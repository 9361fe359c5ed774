using System.Globalization;
using System.Text.Json.Nodes;
using System.Threading.Channels;
using MockMessaging.Client;
using MockMessaging.Control;

namespace MockMessaging.Tool.Verbs;

/// <summary>Posts pushes to a URL one after the other, and prints a line for each.</summary>
internal sealed class PushForwarder(Uri url, TimeSpan timeout, Surroundings surroundings, bool json) : IDisposable
{
    private readonly HttpClient _receiver = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, UseProxy = false, ActivityHeadersPropagator = null }) { Timeout = timeout };
    private int _accepted;
    private int _refused;

    public string Summary => string.Create(CultureInfo.InvariantCulture, $"{_accepted + _refused} pushes posted, {_refused} of them not accepted.");

    public void Dispose() => _receiver.Dispose();

    /// <summary>Posts what a feed has, until it is cancelled. A push without a response is posted again and again, and all others wait for it.</summary>
    public async Task FollowAsync(PushFeed feed, CancellationToken cancelled)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancelled);
        var pushes = Channel.CreateUnbounded<OutboxItem>();
        var fetching = feed.FollowAsync(pushes.Writer, ending.Token);
        var posting = PostAllAsync(pushes.Reader, ending.Token);
        await Task.WhenAny(fetching, posting).ConfigureAwait(false);
        await ending.CancelAsync().ConfigureAwait(false);

        // A refusal of the server matters more than that the other one was cancelled.
        await fetching.ConfigureAwait(false);
        await posting.ConfigureAwait(false);
    }

    /// <returns>False if a push was not accepted; the first one without a response ends it.</returns>
    public async Task<bool> PostAsync(IReadOnlyList<OutboxItem> pushes, CancellationToken cancelled)
    {
        foreach (var push in pushes)
        {
            if (await TryAsync(push, 1, cancelled).ConfigureAwait(false) is { } failure)
            {
                Print(push, null, TimeSpan.Zero, 1, failure);
                _refused++;
                return false;
            }
        }

        return _refused == 0;
    }

    private async Task PostAllAsync(ChannelReader<OutboxItem> pushes, CancellationToken cancelled)
    {
        await foreach (var push in pushes.ReadAllAsync(cancelled).ConfigureAwait(false))
        {
            for (var tries = 1; await TryAsync(push, tries, cancelled).ConfigureAwait(false) is { } failure; tries++)
            {
                if (tries == 1)
                {
                    surroundings.Note($"{url} does not respond: {failure} Posts the push {push.Subject} again until it does; all others wait.");
                }

                await surroundings.PauseAsync(Connection.Pause(tries), cancelled).ConfigureAwait(false);
            }
        }
    }

    /// <returns>Why there was no response; null if there was one, whatever its status.</returns>
    private async Task<string?> TryAsync(OutboxItem push, int tries, CancellationToken cancelled)
    {
        var began = surroundings.Time.GetTimestamp();
        try
        {
            using var request = PushPump.RequestOf(push, url);
            using var response = await _receiver.SendAsync(request, cancelled).ConfigureAwait(false);
            var status = (int)response.StatusCode;
            _ = status is >= 200 and <= 299 ? _accepted++ : _refused++;
            Print(push, status, surroundings.Time.GetElapsedTime(began), tries, status is >= 300 and <= 399 ? $"redirects to {response.Headers.Location}, which is not followed" : null);
            return null;
        }
        catch (Exception failure) when (Connection.IsLost(failure, cancelled))
        {
            return Connection.Of(failure);
        }
    }

    private void Print(OutboxItem push, int? status, TimeSpan took, int tries, string? error)
    {
        var (now, milliseconds) = (surroundings.Time.GetLocalNow(), (long)took.TotalMilliseconds);
        var (contactId, messageId) = (Text(push.Body, "contacts", "contactId"), Text(push.Body, "statuses", "id") ?? Text(push.Body, "messages", "id"));
        if (json)
        {
            surroundings.Write(Lines.Json(new JsonObject
            {
                ["at"] = now.UtcDateTime,
                ["cursor"] = push.Cursor,
                ["id"] = push.Id,
                ["type"] = push.Type,
                ["subject"] = push.Subject,
                ["contactId"] = contactId,
                ["messageId"] = messageId,
                ["status"] = status,
                ["durationMs"] = milliseconds,
                ["tries"] = tries,
                ["error"] = error,
            }));
            return;
        }

        var line = string.Create(
            CultureInfo.InvariantCulture,
            $"{now:HH:mm:ss.fff}  {push.Subject,-8}  {contactId ?? "-",-28}  {messageId ?? "-",-24}  {status?.ToString(CultureInfo.InvariantCulture) ?? "-"}  {milliseconds} ms");
        surroundings.Write(Lines.Words(line, tries > 1 ? $"after {tries} tries" : null, error), status is not (>= 200 and <= 299));
    }

    private static string? Text(JsonNode? body, string list, string property) =>
        body is JsonObject wrapper && wrapper[list] is JsonArray { Count: > 0 } items && items[0] is JsonObject item && item[property] is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;
}
