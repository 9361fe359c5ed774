using MockMessaging.Storage;
using Xunit;

namespace MockMessaging.Tests.Units;

/// <summary>A log is written over again and again, and only its own pages, as they were written, are taken for pages.</summary>
public sealed class LogFileTests : IDisposable
{
    private const int FrameSize = 8_208;

    private readonly string _folder = Directory.CreateTempSubdirectory("mock-messaging-").FullName;

    private string FilePath => Path.Combine(_folder, "data-log.db");

    [Fact]
    public void Pages_are_there_in_the_next_run()
    {
        Append(Part(1), Last(2), Last(3));

        Assert.Equal([1, 2, 3], Read());
    }

    [Fact]
    public void What_a_longer_log_left_behind_is_no_part_of_the_next()
    {
        using (var log = Open())
        {
            Append(log, Last(1), Last(2), Last(3));
            log.SetLength(0);
            Append(log, Last(4));
        }

        Assert.Equal([4], Read());
    }

    [Fact]
    public void Emptied_log_is_empty()
    {
        using (var log = Open())
        {
            Append(log, Last(1), Last(2));
            log.SetLength(0);
        }

        Assert.Empty(Read());
    }

    [Fact]
    public void Log_begun_anew_in_a_later_run_stands_alone()
    {
        using (var log = Open())
        {
            Append(log, Last(1), Last(2));
            log.SetLength(0);
        }

        Append(Last(3));

        Assert.Equal([3], Read());
    }

    [Fact]
    public void Transaction_torn_by_a_loss_of_power_ends_the_log_and_never_comes_back()
    {
        Append(Last(1), Part(2), Last(3));
        Damage(page: 1);
        Assert.Equal([1], Read());

        Append(Last(4));

        Assert.Equal([1, 4], Read());
    }

    [Fact]
    public void First_transaction_torn_by_a_loss_of_power_leaves_nothing()
    {
        using (var log = Open())
        {
            Append(log, Last(1), Last(2), Last(3));
            log.SetLength(0);
            Append(log, Part(4), Last(5));
        }

        Damage(page: 0);

        Assert.Empty(Read());
    }

    [Theory]
    [InlineData(0, 100)]
    [InlineData(0, 0)]
    [InlineData(0, 9)]
    [InlineData(1, 100)]
    [InlineData(1, 0)]
    public void Damage_that_would_lose_what_was_secured_is_told(int page, int at)
    {
        Append(Part(1), Last(2), Last(3), Part(4), Last(5));
        Damage(page, at);
        var bytes = File.ReadAllBytes(FilePath);

        var refusal = Assert.Throws<IOException>(() => new LogFile(FilePath));

        Assert.Equal($"its log is damaged, page {page} is not as it was written", refusal.Message);
        Assert.Equal(bytes, File.ReadAllBytes(FilePath));
    }

    [Fact]
    public void Log_of_another_program_is_told()
    {
        File.WriteAllBytes(FilePath, [.. Enumerable.Repeat((byte)7, FrameSize)]);

        Assert.Throws<IOException>(() => new LogFile(FilePath));
    }

    [Fact]
    public void Nothing_is_written_before_changes_are_allowed()
    {
        Append(Last(1));
        using (var log = new LogFile(FilePath))
        {
            Append(log, Last(2));
            log.SetLength(0);
        }

        Assert.Equal([1], Read());
    }

    [Fact]
    public void Giant_log_leaves_no_giant_file()
    {
        using (var log = Open())
        {
            Append(log, [.. Enumerable.Repeat(Part(1), 2_100)]);
            log.SetLength(0);
        }

        Assert.Equal(2_000 * FrameSize, new FileInfo(FilePath).Length);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    /// <summary>A page within a transaction.</summary>
    private static byte[] Part(byte mark)
    {
        var page = new byte[PagedFile.PageSize];
        page[^1] = mark;
        return page;
    }

    /// <summary>The page that ends a transaction.</summary>
    private static byte[] Last(byte mark)
    {
        var page = Part(mark);
        page[18] = 1;
        return page;
    }

    private static void Append(LogFile log, params byte[][] pages)
    {
        log.Position = log.Length;
        foreach (var page in pages)
        {
            log.Write(page, 0, page.Length);
        }
    }

    private LogFile Open() => new(FilePath) { AllowsChanges = true };

    private void Append(params byte[][] pages)
    {
        using var log = Open();
        Append(log, pages);
    }

    /// <summary>The marks of the pages the next run finds.</summary>
    private List<byte> Read()
    {
        using var log = new LogFile(FilePath);
        var page = new byte[PagedFile.PageSize];
        var marks = new List<byte>();
        while (log.Position < log.Length)
        {
            log.ReadExactly(page);
            marks.Add(page[^1]);
        }

        return marks;
    }

    /// <summary>Changes a byte of a page's frame.</summary>
    private void Damage(int page, int at = 4_000)
    {
        using var file = File.Open(FilePath, FileMode.Open);
        file.Position = (page * FrameSize) + at;
        var was = file.ReadByte();
        file.Position--;
        file.WriteByte((byte)(was ^ 4));
    }
}
