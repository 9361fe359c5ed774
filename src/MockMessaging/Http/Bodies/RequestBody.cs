using System.Buffers;
using Microsoft.AspNetCore.Http.Features;
using MockMessaging.Errors;
using MockMessaging.Limits;

namespace MockMessaging.Http;

/// <summary>The body of a request, read once. Controllers use the text beside the parsed shape, because it may contain more than the contract documents.</summary>
/// <param name="Utf8">Decoded text with valid Unicode; the raw bytes if decoding failed.</param>
internal sealed record RequestBody(byte[] Utf8)
{
    private static readonly RequestBody None = new([]);

    /// <summary>True if half of a character was replaced with U+FFFD.</summary>
    public bool HadLoneSurrogates { get; private init; }

    /// <summary>The body if it was read; else an empty one.</summary>
    public static RequestBody Of(HttpContext context) => context.Features.Get<RequestBody>() ?? None;

    /// <summary>Reads the whole body. A second call returns the same body, or throws the same error.</summary>
    /// <exception cref="ApiException">413 if it is too large, 415 for an unsupported encoding or charset, 400 if it is not valid text.</exception>
    public static Task<RequestBody> ReadAsync(HttpContext context) =>
        context.Features.Get<UnreadableBody>() is { } earlier ? Task.FromException<RequestBody>(earlier.Reason)
        : context.Features.Get<RequestBody>() is { } known ? Task.FromResult(known)
        : ReadFirstAsync(context);

    /// <summary>
    /// For a reader with a limit of its own. Over Kestrel's limit the connection would be closed while the client still sends, so that it never reads the response;
    /// without it Kestrel takes the rest for a few seconds and drops it.
    /// </summary>
    public static void LiftServerLimit(HttpContext context)
    {
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = null;
        }
    }

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
        LiftServerLimit(request.HttpContext);
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
                reader.AdvanceTo(read.Buffer.End);
                throw ErrorCatalog.BodyTooLarge(limit);
            }

            if (read.IsCanceled)
            {
                reader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
                throw new OperationCanceledException("The reading of the body was cancelled.");
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

/// <summary>Marks a request whose body could not be read.</summary>
internal sealed record UnreadableBody(Exception Reason)
{
    /// <summary>True if the body is too large; false if it ended early or is not valid text.</summary>
    public bool IsTooLarge => Reason is ApiException { Status: StatusCodes.Status413PayloadTooLarge } or BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge };
}

/// <summary>Marks routes with a higher limit for the body.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class LargeBodyAttribute : Attribute
{
    /// <summary>The default limit of Kestrel.</summary>
    public const int MaxBytes = 30_000_000;
}
