using System.Diagnostics;
using LiteDB;
using Microsoft.Extensions.Logging.Abstractions;
using MockMessaging.Storage;
using Xunit;

namespace MockMessaging.Tests.Storage;

/// <summary>The LiteDB store: the promises of every store, and those about its file.</summary>
public sealed class LiteRecordStoreTests : RecordStoreContract, IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("mock-messaging-").FullName;
    private string _path;

    public LiteRecordStoreTests() => _path = Path.Combine(_folder, "data.db");

    [Fact]
    public async Task Capacity_is_refused_while_too_many_changes_wait()
    {
        await using var store = Open(options => (options.MaxWaiting, options.CommitWindowMilliseconds, options.Durability) = (1_000, 1_000, Durability.Relaxed));
        _ = store.ReadAll().Count();
        store.EnsureCapacity();
        _ = store.Append([.. Enumerable.Range(1, 1_000).Select(id => New(First, 1, id))], urgent: true);

        var busy = Assert.Throws<StoreBusyException>(store.EnsureCapacity);

        Assert.Contains("Storage:MaxWaiting", busy.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Record_changed_in_the_file_is_reported_as_damaged_and_the_others_are_not()
    {
        await FillAsync(New(First, 1, 1, "one"), New(First, 1, 2, "two"));
        using (var database = new LiteDatabase(_path))
        {
            var records = database.GetCollection(First);
            var second = records.FindOne(record => record["text"] == "two");
            second["text"] = "twp";
            records.Update(second);
        }

        await using var store = Open();

        Assert.Equal([false, true], store.ReadAll().Select(record => record.IsDamaged));
    }

    [Fact]
    public async Task File_of_an_earlier_format_is_refused_with_what_to_do()
    {
        using (var database = new LiteDatabase(_path))
        {
            database.GetCollection("documents").Insert(new BsonDocument { ["d"] = "…" });
            database.UserVersion = 5;
        }

        await using var store = Open(static _ => { });

        var refused = await Assert.ThrowsAsync<StoreUnusableException>(() => store.Opened);
        Assert.Contains("format 5", refused.Message, StringComparison.Ordinal);
        Assert.Contains("export", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', refused.Message);
    }

    [Fact]
    public async Task Log_filled_ahead_is_no_larger_after_many_checkpoints()
    {
        await using var store = Open();
        _ = store.ReadAll().Count();
        var text = new string('x', 100_000);
        for (var id = 1; id <= 300; id++)
        {
            await store.Append([New(First, 1, id, text)], urgent: true);
        }

        Assert.InRange(new FileInfo(DataFile.LogOf(_path)).Length, 1, 20_000_000);
    }

    [Fact]
    public async Task Stop_while_the_file_is_read_ends_at_once_and_keeps_what_was_appended()
    {
        const int Records = 10_000;
        await FillAsync([.. Enumerable.Range(1, Records).Select(id => New(First, 1, id))]);
        var store = Open();
        using (var reading = store.ReadAll().GetEnumerator())
        {
            Assert.True(reading.MoveNext());
            var appended = store.Append([New(Second, 1, Records + 1)], urgent: true);

            await store.DisposeAsync();

            Assert.True(appended.IsCompletedSuccessfully);
        }

        await using var next = Open();
        Assert.Equal(Records + 1, next.ReadAll().Count());
    }

    [Fact]
    public async Task Reading_that_a_stop_ended_is_not_taken_for_the_whole_file()
    {
        await FillAsync([.. Enumerable.Range(1, 10_000).Select(id => New(First, 1, id))]);
        var store = Open();
        var reading = store.ReadAll().GetEnumerator();
        Assert.True(reading.MoveNext());
        var stopped = store.DisposeAsync();

        Assert.ThrowsAny<OperationCanceledException>(() =>
        {
            while (reading.MoveNext())
            {
            }
        });
        await stopped;
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private protected override IRecordStore Open() => Open(static options => options.Durability = Durability.Strict);

    private protected override async Task KillAsync(IRecordStore store)
    {
        var copy = Path.Combine(_folder, "copy.db");

        // By another process, since the store locks others of this one out.
        foreach (var (from, to) in new[] { (_path, copy), (DataFile.LogOf(_path), DataFile.LogOf(copy)) })
        {
            using var copying = Process.Start("cp", [from, to]);
            await copying.WaitForExitAsync(TestWorkspace.Cancelled);
        }

        await store.DisposeAsync();
        _path = copy;
    }

    private LiteRecordStore Open(Action<StorageOptions> set)
    {
        var options = new StorageOptions { Path = _path };
        set(options);
        return new LiteRecordStore(Collections, options, NullLogger<LiteRecordStore>.Instance);
    }
}
