using System.Net.Mime;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;
using MockMessaging.Conversations;
using MockMessaging.Errors;
using MockMessaging.Http;
using MockMessaging.State;
using MediaTypeHeaderValue = System.Net.Http.Headers.MediaTypeHeaderValue;

namespace MockMessaging.Control;

/// <summary>A file as it was uploaded: as the body itself, or as the part <c>file</c> of a form.</summary>
internal sealed record MediaUpload(string Filename, string MimeType, byte[] Content)
{
    private const string Part = "file";
    private const string Form = "multipart/form-data";
    private const int LongestType = 255;
    private const int LongestBoundary = 200;

    private static readonly string[] Parts = [Part];

    /// <summary>What tools send if no type was given.</summary>
    private static readonly string[] NoTypes = ["application/x-www-form-urlencoded", "multipart/mixed"];

    /// <exception cref="ApiException">400, 413 or 415: there is no file, it is too large, or nothing says its type.</exception>
    public static async Task<MediaUpload> ReadAsync(HttpRequest request, string? filename, int limit)
    {
        RequestBody.LiftServerLimit(request.HttpContext);
        if (request.Headers.ContentEncoding.Count > 0 && !string.Equals(request.Headers.ContentEncoding, "identity", StringComparison.OrdinalIgnoreCase))
        {
            throw ErrorCatalog.MediaEncoded(request.Headers.ContentEncoding.ToString());
        }

        return MediaTypeHeaderValue.TryParse(request.ContentType, out var type) && type.MediaType!.Equals(Form, StringComparison.OrdinalIgnoreCase)
            ? await OfFormAsync(request, BoundaryOf(type), filename, limit).ConfigureAwait(false)
            : Of(request.ContentType, filename, await ReadAsync(request.Body, limit, request.HttpContext.RequestAborted).ConfigureAwait(false));
    }

    private static async Task<MediaUpload> OfFormAsync(HttpRequest request, string boundary, string? filename, int limit)
    {
        MediaUpload? upload = null;
        try
        {
            var reader = new MultipartReader(boundary, request.Body);
            while (await reader.ReadNextSectionAsync(request.HttpContext.RequestAborted).ConfigureAwait(false) is { } section)
            {
                var disposition = ContentDispositionHeaderValue.TryParse(section.ContentDisposition, out var parsed) ? parsed : null;
                var name = HeaderUtilities.RemoveQuotes(disposition?.Name ?? default).ToString();
                if (name != Part)
                {
                    throw ErrorCatalog.Impossible(name, $"The form has a part '{Cut(name)}'{Choice.DidYouMean(name, Parts)}; send the file as the only part, named file.");
                }

                if (upload is not null)
                {
                    throw ErrorCatalog.Impossible(Part, "The form has the part 'file' twice; upload one file per request.");
                }

                var given = disposition!.FileNameStar.HasValue ? disposition.FileNameStar : HeaderUtilities.RemoveQuotes(disposition.FileName);
                upload = Of(section.ContentType, filename ?? (given.HasValue ? LastPart(given.ToString()) : null), await ReadAsync(section.Body, limit, request.HttpContext.RequestAborted).ConfigureAwait(false));
            }
        }
        catch (Exception failure) when (failure is InvalidDataException || (failure is IOException and not BadHttpRequestException))
        {
            throw ErrorCatalog.Impossible(Part, "The form cannot be read: it ends early, or its parts are not divided by the boundary in Content-Type.");
        }

        return upload ?? throw ErrorCatalog.Impossible(Part, "The form has no part 'file'; send the file as a part of this name.");
    }

    private static MediaUpload Of(string? contentType, string? filename, byte[] content)
    {
        if (filename is not null && !MediaPath.IsFilename(filename))
        {
            throw ErrorCatalog.Impossible("filename", $"filename: '{Cut(filename)}' is no name of a file; give 1 to {MediaPath.LongestFilename} characters without / and control characters.");
        }

        // Clients that do not know a type send octet-stream for it.
        var mimeType = string.IsNullOrWhiteSpace(contentType) || contentType.Equals(MediaTypeNames.Application.Octet, StringComparison.OrdinalIgnoreCase)
            ? MediaFiles.TypeOf(filename, null) ?? MediaLinks.Given(contentType)
            : contentType;
        if (mimeType is null)
        {
            throw ErrorCatalog.MediaTypeMissing();
        }

        if (mimeType.Length > LongestType || !MediaFiles.IsUsable(mimeType) || !MediaTypeHeaderValue.TryParse(mimeType, out var type) || type.MediaType!.Contains('*', StringComparison.Ordinal)
            || NoTypes.Contains(type.MediaType, StringComparer.OrdinalIgnoreCase))
        {
            throw ErrorCatalog.MediaTypeWrong(Cut(mimeType));
        }

        return content.Length == 0 ? throw ErrorCatalog.MediaEmpty() : new MediaUpload(filename ?? "file" + MediaFiles.ExtensionOf(type.MediaType), type.ToString(), content);
    }

    private static string BoundaryOf(MediaTypeHeaderValue type) =>
        type.Parameters.FirstOrDefault(parameter => parameter.Name.Equals("boundary", StringComparison.OrdinalIgnoreCase))?.Value?.Trim('"') is { Length: > 0 and <= LongestBoundary } boundary
            ? boundary
            : throw ErrorCatalog.Impossible("Content-Type", "Content-Type: multipart/form-data needs a boundary; let your HTTP client set the header.");

    private static async Task<byte[]> ReadAsync(Stream body, int limit, CancellationToken cancelled)
    {
        using var content = new MemoryStream();
        var part = new byte[16_384];
        while (await body.ReadAsync(part, cancelled).ConfigureAwait(false) is > 0 and var read)
        {
            if (content.Length + read > limit)
            {
                throw ErrorCatalog.MediaTooLarge(limit);
            }

            content.Write(part, 0, read);
        }

        return content.ToArray();
    }

    /// <summary>Browsers send only the name, other clients the whole path.</summary>
    private static string LastPart(string path) => path[(path.LastIndexOfAny(['/', '\\']) + 1)..];

    private static string Cut(string text) => text.Length <= 100 ? text : text[..100] + "…";
}
