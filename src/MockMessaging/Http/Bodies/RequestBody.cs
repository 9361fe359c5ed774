using System.Buffers;
using MockMessaging.Errors;
using MockMessaging.Limits;

namespace MockMessaging.Http;

/// <summary>
/// The body of a request, read once. It is UTF-8 JSON text by the time a controller sees it, kept beside the parsed shape because it may hold
/// more than the contract documents.
/// </summary>
/// <param name="Utf8">The bytes: as they came where they were refused, else as text without byte order mark and with valid Unicode.</param>
internal sealed record RequestBody(byte[] Utf8)
{
    private static readonly RequestBody None = new([]);

    /// <summary>True if half of a surrogate pair, such as a cut emoji, was replaced by U+FFFD.</summary>
    public bool HadLoneSurrogates { get; private init; }

    /// <summary>The body as far as it was read; empty if nobody has read it.</summary>
    public static RequestBody Of(HttpContext context) => context.Features.Get<RequestBody>() ?? None;

    /// <summary>Reads the body whole, up to the limit of the route. Called again, it returns what it read the first time, or refuses again.</summary>
    /// <exception cref="ApiException">413 if it is too large, 415 for an encoding or charset that is not understood, 400 if it is no valid text.</exception>
    public static Task<RequestBody> ReadAsync(HttpContext context) =>
        context.Features.Get<UnreadableBody>() is { } earlier ? Task.FromException<RequestBody>(earlier.Reason)
        : context.Features.Get<RequestBody>() is { } known ? Task.FromResult(known)
        : ReadFirstAsync(context);

    private static async Task<RequestBody> ReadFirstAsync(HttpContext context)
    {
        var limit = context.GetEndpoint()?.Metadata.GetMetadata<LargeBodyAttribute>() is null
            ? context.RequestServices.GetRequiredService<WorkspaceLimits>().MaxBodyBytes
            : LargeBodyAttribute.MaxBytes;
        try
        {
            var bytes = await ReadAllAsync(context.Request, limit).ConfigureAwait(false);
            context.Features.Set(new RequestBody(bytes));
            var text = BodyDecoder.ToUtf8(context.Request, bytes, limit);
            var body = new RequestBody(text) { HadLoneSurrogates = LoneSurrogates.Replace(text) };
            context.Features.Set(body);
            return body;
        }
        catch (Exception failure)
        {
            // Part of the body has been consumed; reading again would return only the rest.
            context.Features.Set(new UnreadableBody(failure));
            throw;
        }
    }

    private static async Task<byte[]> ReadAllAsync(HttpRequest request, int limit)
    {
        if (request.ContentLength > limit)
        {
            throw ErrorCatalog.BodyTooLarge(limit);
        }

        var reader = request.BodyReader;
        while (true)
        {
            var read = await reader.ReadAsync(request.HttpContext.RequestAborted).ConfigureAwait(false);
            if (read.Buffer.Length > limit)
            {
                throw ErrorCatalog.BodyTooLarge(limit);
            }

            if (read.IsCanceled)
            {
                reader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
                throw new OperationCanceledException("Whoever wanted the body gave it up.");
            }

            if (read.IsCompleted)
            {
                var bytes = read.Buffer.ToArray();
                reader.AdvanceTo(read.Buffer.End);
                return bytes;
            }

            reader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }
    }
}
