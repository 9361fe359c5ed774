using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Text.Json;
using MockMessaging.Contract;
using MockMessaging.Control;

namespace MockMessaging.Client;

/// <summary>The live stream of a workspace.</summary>
public sealed class WorkspaceEvents
{
    private const string Opened = "open";

    private readonly SandboxCalls _calls;

    internal WorkspaceEvents(SandboxCalls calls) => _calls = calls;

    /// <summary>
    /// Everything that happens, as it happens. The first item has no <see cref="StreamedEvent.View"/> and comes at once: what happens after it is in the
    /// stream. It ends when the server stops; to go on after that or after an exception, read again with the last <see cref="StreamedEvent.Id"/>.
    /// </summary>
    /// <param name="after">Only events after the one with this id; 0 for all that are stored. Default: only events from now on.</param>
    /// <exception cref="HttpRequestException">There is no connection.</exception>
    /// <exception cref="IOException">The connection was lost.</exception>
    public async IAsyncEnumerable<StreamedEvent> ReadAsync(string? after = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        using var response = await _calls.OpenAsync("/_sandbox/events" + Query.Of(("after", after)), cancellationToken).ConfigureAwait(false);
        var stream = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        await using (stream.ConfigureAwait(false))
        {
            await foreach (var item in SseParser.Create(stream, Read).EnumerateAsync(cancellationToken).ConfigureAwait(false))
            {
                yield return item.Data with { Id = item.EventId };
            }
        }
    }

    private static StreamedEvent Read(string kind, ReadOnlySpan<byte> data) => kind == Opened
        ? new StreamedEvent(null, null, JsonSerializer.Deserialize(data, ControlJsonOptions.Wire.TypeInfo<StreamOpened>())!.Version)
        : new StreamedEvent(null, JsonSerializer.Deserialize(data, ControlJsonOptions.Wire.TypeInfo<EventView>()), null);
}

/// <summary>An item of the live stream.</summary>
/// <param name="Id">Its place in the stream, such as <c>12-40-9f3c1</c>.</param>
/// <param name="View">What happened; null for the first item.</param>
/// <param name="Version">First item: version of the server; else null.</param>
public sealed record StreamedEvent(string? Id, EventView? View, string? Version);
