using System.Buffers;
using MockMessaging.Errors;
using MockMessaging.Workspaces;

namespace MockMessaging.Http;

/// <summary>The bytes a request came with, kept beside the parsed shape because they may hold more than the contract documents.</summary>
internal sealed record RequestBody(byte[] Utf8)
{
    private static readonly RequestBody None = new([]);

    public static RequestBody Of(HttpContext context) => context.Features.Get<RequestBody>() ?? None;

    /// <summary>Reads the whole body the first time it is asked for, and returns the same bytes from then on.</summary>
    /// <exception cref="ApiException">It is larger than the route takes; asked again, it is refused again.</exception>
    public static Task<RequestBody> ReadAsync(HttpContext context) => context.Features.Get<RequestBody>() switch
    {
        { } known => Task.FromResult(known),
        null when context.Features.Get<UnreadableBody>() is { } earlier => Task.FromException<RequestBody>(earlier.Reason),
        null => ReadFirstAsync(context),
    };

    private static async Task<RequestBody> ReadFirstAsync(HttpContext context)
    {
        var limit = context.GetEndpoint()?.Metadata.GetMetadata<LargeBodyAttribute>() is null
            ? context.RequestServices.GetRequiredService<WorkspaceLimits>().MaxBodyBytes
            : LargeBodyAttribute.MaxBytes;
        try
        {
            var body = new RequestBody(await ReadAllAsync(context.Request, limit).ConfigureAwait(false));
            context.Features.Set(body);
            return body;
        }
        catch (Exception failure)
        {
            // What was read of it is gone, so a second try would take the rest for the whole.
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
