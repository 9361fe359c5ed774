using LiteDB;
using MockMessaging.Storage;
using Xunit;

namespace MockMessaging.Tests.Storage;

/// <summary>A disk that becomes full at a moment a test chooses: the file is let go, and its log stays.</summary>
public sealed class LiteFileTests : IDisposable
{
    private const string Collection = "firsts";
    private const int LargeRecords = 90;

    private readonly string _folder = Directory.CreateTempSubdirectory("mock-messaging-").FullName;
    private readonly FullDisk _disk = new();

    private string DataFile => Path.Combine(_folder, "data.db");

    private string LogFile => Path.Combine(_folder, "data-log.db");

    [Fact]
    public void File_whose_last_write_fails_is_let_go_and_loses_nothing()
    {
        var file = Open(_disk);
        file.Commit([New(1, "hello")], []);
        _disk.IsFull = true;

        Assert.Throws<IOException>(file.Dispose);

        Assert.True(File.Exists(LogFile));
        Assert.Equal(["hello"], Read());
    }

    [Fact]
    public void Log_that_cannot_be_moved_into_the_data_file_is_kept()
    {
        using (var file = Open(_disk))
        {
            file.Commit([.. Enumerable.Range(1, LargeRecords).Select(id => New(id, new string('x', 100_000)))], []);
            _disk.IsFull = true;
            Assert.Throws<IOException>(file.Tidy);
        }

        Assert.Equal(LargeRecords, Read().Count);
    }

    [Fact]
    public void File_in_which_nothing_was_changed_stays_as_it_is()
    {
        using (var file = Open(_disk))
        {
            file.Commit([.. Enumerable.Range(1, LargeRecords).Select(id => New(id, new string('x', 100_000)))], []);
            _disk.IsFull = true;
            Assert.Throws<IOException>(() => file.Commit([New(1_000, "lost")], []));
        }

        var (data, log) = (File.ReadAllBytes(DataFile), File.ReadAllBytes(LogFile));
        using (var file = Open())
        {
            file.Tidy();
        }

        Assert.True(data.SequenceEqual(File.ReadAllBytes(DataFile)));
        Assert.True(log.SequenceEqual(File.ReadAllBytes(LogFile)));
        Assert.Equal(LargeRecords, Read().Count);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static StoredRecord New(long id, string text) => new(Collection, new RecordKey(1, id), new BsonDocument { ["text"] = text }, IsNew: true);

    private LiteFile Open(DiskState? disk = null) => new(DataFile, [Collection], fillsLogAhead: false, disk);

    private List<string> Read()
    {
        using var file = Open();
        return [.. file.ReadAll().Select(record => record.Fields!["text"].AsString)];
    }

    private sealed class FullDisk : DiskState
    {
        public bool IsFull { get; set; }

        public override void Change(Action change) => base.Change(IsFull ? static () => throw new IOException("No space left on device") : change);
    }
}
