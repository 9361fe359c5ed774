using MockMessaging.Control;

namespace MockMessaging.Client;

/// <summary>Uploaded files, for customers to send.</summary>
public sealed class WorkspaceMedia
{
    private const string Path = "/_sandbox/media";

    private readonly SandboxCalls _calls;

    internal WorkspaceMedia(SandboxCalls calls) => _calls = calls;

    /// <summary>Uploads a file. Give the <c>Id</c> of the result to a message of <see cref="Customers"/> as <c>MediaId</c>, or use its <c>Link</c>.</summary>
    /// <param name="mimeType">MIME type, such as <c>image/png</c>.</param>
    /// <param name="filename">Name of the file. Default: made from the type.</param>
    public Task<MediaView> UploadAsync(byte[] content, string mimeType, string? filename = null, CancellationToken cancellationToken = default) =>
        _calls.PostBytesAsync<MediaView>(Path + Query.Of(("filename", filename)), content, mimeType, cancellationToken);

    /// <summary>Lists the uploaded files.</summary>
    /// <param name="limit">Highest number of items, 1 to 1,000.</param>
    /// <param name="after">Only newer items: the <c>Next</c> of an earlier list.</param>
    /// <param name="before">Only older items: the <c>Next</c> of an earlier list with <c>newestFirst</c>.</param>
    /// <param name="newestFirst">True: the newest item comes first. Default: the oldest.</param>
    public Task<MediaList> ListAsync(int limit = 1_000, string? after = null, string? before = null, bool newestFirst = false, CancellationToken cancellationToken = default) =>
        _calls.GetAsync<MediaList>(Path + Query.Of(Query.Page(limit, after, before, newestFirst)), cancellationToken);

    /// <summary>Name, type, size and link of an uploaded file.</summary>
    public Task<MediaView> GetAsync(string id, CancellationToken cancellationToken = default) =>
        _calls.GetAsync<MediaView>($"{Path}/{Uri.EscapeDataString(id)}", cancellationToken);

    /// <summary>Removes an uploaded file; links to it get 404.</summary>
    public Task RemoveAsync(string id, CancellationToken cancellationToken = default) => _calls.DeleteAsync($"{Path}/{Uri.EscapeDataString(id)}", cancellationToken);

    /// <summary>Removes all uploaded files.</summary>
    public Task ClearAsync(CancellationToken cancellationToken = default) => _calls.DeleteAsync(Path, cancellationToken);
}
