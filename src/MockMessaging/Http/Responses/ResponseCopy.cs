namespace MockMessaging.Http;

/// <summary>Keeps the beginning of the response body of a request, as it is written.</summary>
internal class ResponseCopy
{
    /// <summary>Most bytes that are kept.</summary>
    public const int MostBytes = 4_096;

    /// <summary>The bytes, up to a whole character.</summary>
    protected byte[] Body { get; private set; } = [];

    /// <summary>True if the body was longer.</summary>
    protected bool IsCut { get; private set; }

    /// <summary>Takes a body, in place of an earlier one that is not sent. Does nothing for requests whose response nobody keeps.</summary>
    public static void Take(HttpContext context, ReadOnlySpan<byte> utf8)
    {
        if (context.Features.Get<ResponseCopy>() is { } copy)
        {
            copy.IsCut = utf8.Length > MostBytes;
            copy.Body = utf8[..LengthOf(utf8)].ToArray();
        }
    }

    private static int LengthOf(ReadOnlySpan<byte> utf8)
    {
        if (utf8.Length <= MostBytes)
        {
            return utf8.Length;
        }

        var length = MostBytes;
        while (length > 0 && (utf8[length] & 0xC0) == 0x80)
        {
            length--;
        }

        return length;
    }
}
