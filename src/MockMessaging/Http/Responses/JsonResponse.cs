using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace MockMessaging.Http;

/// <summary>Writes a JSON response at once and with its length, from a buffer that is reused.</summary>
internal static class JsonResponse
{
    private const int LargestKept = 65_536;

    [ThreadStatic]
    private static Spare? _spare;

    public static Task WriteAsync(HttpResponse response, object body, JsonTypeInfo shape, string contentType = "application/json")
    {
        var own = _spare ?? new Spare();
        _spare = null;
        JsonSerializer.Serialize(own.Writer, body, shape);
        ResponseCopy.Take(response.HttpContext, own.Buffer.WrittenSpan);
        response.ContentType = contentType;
        response.ContentLength = own.Buffer.WrittenCount;
        var sent = response.Body.WriteAsync(own.Buffer.WrittenMemory, response.HttpContext.RequestAborted);
        if (sent.IsCompletedSuccessfully)
        {
            Keep(own);
            return Task.CompletedTask;
        }

        return sent.AsTask();
    }

    /// <summary>Only after a write that completed at once: otherwise the buffer may still be read.</summary>
    private static void Keep(Spare own)
    {
        if (own.Buffer.Capacity <= LargestKept)
        {
            own.Buffer.ResetWrittenCount();
            own.Writer.Reset();
            _spare = own;
        }
    }

    private sealed class Spare
    {
        public Spare() => Writer = new Utf8JsonWriter(Buffer, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true });

        public ArrayBufferWriter<byte> Buffer { get; } = new(2_048);

        public Utf8JsonWriter Writer { get; }
    }
}
