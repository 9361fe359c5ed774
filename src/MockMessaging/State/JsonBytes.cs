using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace MockMessaging.State;

/// <summary>
/// Writes JSON into an array of its exact length. It reuses the last writer and buffer, because this runs for every message.
/// </summary>
internal static class JsonBytes
{
    private const int LargestKept = 65_536;

    [ThreadStatic]
    private static ArrayBufferWriter<byte>? _buffer;

    [ThreadStatic]
    private static Utf8JsonWriter? _writer;

    public static byte[] Write<T>(T what, Action<T, Utf8JsonWriter> write)
    {
        // Taken while in use, since what is written may write its parts the same way.
        var buffer = _buffer ?? new ArrayBufferWriter<byte>(1_024);
        var writer = _writer ?? new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true });
        (_buffer, _writer) = (null, null);
        write(what, writer);
        writer.Flush();
        var bytes = buffer.WrittenSpan.ToArray();
        if (buffer.Capacity <= LargestKept)
        {
            buffer.ResetWrittenCount();
            writer.Reset();
            (_buffer, _writer) = (buffer, writer);
        }

        return bytes;
    }
}
