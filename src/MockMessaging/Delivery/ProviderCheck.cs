using MockMessaging.Contract;
using MockMessaging.Conversations;
using MockMessaging.State;

namespace MockMessaging.Delivery;

/// <summary>A message with all that the rules of providers look at.</summary>
/// <param name="Type">In the spelling of <see cref="MessageTypes"/>.</param>
internal sealed record ProviderCheck(WorkspaceState State, Contact Contact, OutBoundMsg Message, string Type)
{
    /// <summary>The template that is sent; null if there is none.</summary>
    public HSMTemplateDoc? Template { get; init; }

    /// <summary>Its code, also of a template that was removed later; null if there is none.</summary>
    public string? TemplateCode { get; init; }

    /// <summary>The text as the receiver reads it; null if there is none.</summary>
    public string? Text { get; init; }

    /// <summary>What was found at the links of its media; null before they were fetched.</summary>
    public IReadOnlyList<MediaFetch>? Fetches { get; init; }

    /// <summary>The type of a file: as fetched, else by the extension of link or name; null if it is not known.</summary>
    public string? TypeOf(OutBoundMsgMedia media) => FetchOf(media)?.MimeType?.Split(';')[0].Trim().ToLowerInvariant() is { Length: > 0 } fetched and not "application/octet-stream"
        ? fetched
        : MediaFiles.TypeOf(media.Filename, media.Link);

    /// <summary>The size of a file that was fetched or uploaded; null if it is not known.</summary>
    public long? BytesOf(OutBoundMsgMedia media) => FetchOf(media)?.Bytes
        ?? (media.Link is { } link && MediaPath.LinkIdIn(link, State.Media.WorkspaceId) is { } id && MediaPath.Parts(id) is { } parts ? State.Media.Find(parts.Id)?.Content.Length : null);

    private MediaFetch? FetchOf(OutBoundMsgMedia media) => Fetches?.FirstOrDefault(fetch => fetch.Link == media.Link);
}
