using System.Buffers.Binary;
using Microsoft.Win32.SafeHandles;

namespace MockMessaging.Storage;

/// <summary>
/// The pages of a log on disk. A log that is done with is written over from its start, since to secure what makes a file longer takes the disk
/// twice as long. Each page stands in a frame, behind the number of the log it belongs to (8 bytes), a checksum of that number (4) and one of all of it
/// (4), little-endian: so neither what is left of an earlier log nor what was half written when the power failed is taken for a page.
/// </summary>
internal sealed class LogFrames(SafeFileHandle handle)
{
    private const int HeadSize = 16;
    private const int FrameSize = HeadSize + PagedFile.PageSize;
    private const long MostKept = 2_000 * FrameSize;

    /// <summary>Where a page of LiteDB's format 5 says whether it is the last of its transaction.</summary>
    private const int LastOfTransaction = 18;

    /// <summary>The number of no log, in the first frame once the log that stood there is done with.</summary>
    private const long Emptied = 0;

    private readonly byte[] _frame = new byte[FrameSize];
    private long? _log;

    /// <summary>How many transactions end with a page.</summary>
    public static int EndsIn(ReadOnlySpan<byte> page) => page[LastOfTransaction];

    /// <summary>The bytes of the pages that are as they were written, up to the first that is not.</summary>
    /// <exception cref="IOException">More is missing than a failure of power explains, which hits no transaction but the last.</exception>
    public static long LengthOf(SafeFileHandle handle)
    {
        var frame = new byte[FrameSize];
        long? log = null;
        var (whole, endsBehind) = (0L, 0);
        for (var number = 0L; TryReadFrame(handle, number, frame); number++)
        {
            var of = LogOf(frame);

            // The disk tears no head and leaves zeros where nothing was written: whatever else stands here is another program's, and would be written over.
            if (number == 0 && of is null && frame.AsSpan(0, HeadSize).ContainsAnyExcept((byte)0))
            {
                throw Damaged(0);
            }

            log ??= of;
            if (log == Emptied)
            {
                break;
            }

            if (of is null || of != log || !IsWhole(frame, number))
            {
                continue;
            }

            if (whole == number)
            {
                whole++;
            }
            else if ((endsBehind += EndsIn(frame.AsSpan(HeadSize))) > 1)
            {
                throw Damaged(whole);
            }
        }

        return whole * PagedFile.PageSize;
    }

    public int Read(long position, Span<byte> bytes)
    {
        var (number, within) = Math.DivRem(position, PagedFile.PageSize);
        return RandomAccess.Read(handle, bytes[..(int)Math.Min(bytes.Length, PagedFile.PageSize - within)], (number * FrameSize) + HeadSize + within);
    }

    /// <summary>Writes the page that stands at a position. One at the start begins a log anew.</summary>
    public void Write(long position, ReadOnlySpan<byte> page)
    {
        var number = position / PagedFile.PageSize;
        var log = _log ??= TakeOver(number);
        if (number == 0)
        {
            _log = ++log;
        }

        page.CopyTo(_frame.AsSpan(HeadSize));
        WriteHead(log, number);
        RandomAccess.Write(handle, _frame, number * FrameSize);
    }

    /// <summary>Ends when the log is empty, even after a loss of power.</summary>
    public void Clear()
    {
        if (RandomAccess.GetLength(handle) > MostKept)
        {
            RandomAccess.SetLength(handle, MostKept);
        }

        WriteHead(Emptied, 0);
        RandomAccess.Write(handle, _frame.AsSpan(0, HeadSize), 0);
        RandomAccess.FlushToDisk(handle);
    }

    /// <summary>The log the last run left, so many pages of it; whatever stood behind is gone.</summary>
    private long TakeOver(long pages)
    {
        RandomAccess.SetLength(handle, pages * FrameSize);
        return TryReadFrame(handle, 0, _frame) && LogOf(_frame) is { } log ? log : Emptied;
    }

    private void WriteHead(long log, long number)
    {
        BinaryPrimitives.WriteInt64LittleEndian(_frame, log);
        BinaryPrimitives.WriteInt32LittleEndian(_frame.AsSpan(8), ChecksumOf(log));
        BinaryPrimitives.WriteInt32LittleEndian(_frame.AsSpan(12), ChecksumOf(_frame, number));
    }

    private static bool TryReadFrame(SafeFileHandle handle, long number, Span<byte> frame) => RandomAccess.Read(handle, frame, number * FrameSize) == FrameSize;

    /// <summary>Which log a frame belongs to, if its head is as it was written; the disk tears no head.</summary>
    private static long? LogOf(ReadOnlySpan<byte> frame)
    {
        var log = BinaryPrimitives.ReadInt64LittleEndian(frame);
        return BinaryPrimitives.ReadInt32LittleEndian(frame[8..]) == ChecksumOf(log) ? log : null;
    }

    private static bool IsWhole(ReadOnlySpan<byte> frame, long number) => BinaryPrimitives.ReadInt32LittleEndian(frame[12..]) == ChecksumOf(frame, number);

    private static IOException Damaged(long number) => new($"its log is damaged, page {number} is not as it was written");

    private static int ChecksumOf(long log) => Checksum.Of(log, 0, 0, []);

    private static int ChecksumOf(ReadOnlySpan<byte> frame, long number) =>
        Checksum.Of(BinaryPrimitives.ReadInt64LittleEndian(frame), (int)number, 0, frame[HeadSize..]);
}
