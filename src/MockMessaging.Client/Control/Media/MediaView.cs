namespace MockMessaging.Control;

/// <summary>An uploaded media file.</summary>
/// <param name="Id">Id of the file, for `mediaId`.</param>
/// <param name="Filename">Name of the file.</param>
/// <param name="MimeType">MIME type, such as `image/png`.</param>
/// <param name="Bytes">Size in bytes.</param>
/// <param name="Sha256">SHA-256 of the content, in hex digits.</param>
/// <param name="Link">Link to the file. It works without a key, unless the workspace's media rules say otherwise.</param>
/// <param name="At">When it was uploaded, by the workspace's clock.</param>
public sealed record MediaView(string Id, string Filename, string MimeType, int Bytes, string Sha256, string Link, DateTimeOffset At) : ControlRecord;

/// <summary>The uploaded media files of the workspace, oldest first unless `order` is newest.</summary>
/// <param name="Media">The files.</param>
/// <param name="Next">Send it as `after` (or as `before` with `order=newest`) to get the next page; absent on the last page.</param>
public sealed record MediaList(IReadOnlyList<MediaView> Media, string? Next) : ControlRecord;
