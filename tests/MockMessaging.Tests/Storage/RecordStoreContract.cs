using LiteDB;
using MockMessaging.Storage;
using Xunit;

namespace MockMessaging.Tests.Storage;

/// <summary>What every store promises, whatever it keeps its records in. A new store derives from this.</summary>
public abstract class RecordStoreContract
{
    protected const string First = "firsts";
    protected const string Second = "seconds";

    /// <summary>Collections in the order in which they are read.</summary>
    protected static readonly IReadOnlyList<string> Collections = [First, Second];

    /// <summary>A store on what the stores before it left; its commits are awaited.</summary>
    private protected abstract IRecordStore Open();

    /// <summary>Leaves what a kill at this moment would leave to the next store.</summary>
    private protected abstract Task KillAsync(IRecordStore store);

    [Fact]
    public async Task What_was_appended_is_read_in_the_order_of_generations_collections_and_numbers()
    {
        await FillAsync(New(Second, 1, 2), New(First, 2, 3), New(First, 1, 5), New(First, 1, 4), New(Second, 0, 1));

        Assert.Equal(await KeptAsync(["0 seconds 1", "1 firsts 4", "1 firsts 5", "1 seconds 2", "2 firsts 3"]), await ReadAsync());
    }

    [Theory]
    [InlineData(5_000)]
    [InlineData(10_001)]
    public async Task More_records_than_are_read_at_once_are_read_in_order(int count)
    {
        await FillAsync([.. Enumerable.Range(1, count).Reverse().Select(id => New(First, 1 + (id % 2), id))]);

        var expected = Enumerable.Range(1, count).OrderBy(id => id % 2).Select(id => $"{1 + (id % 2)} firsts {id}");
        Assert.Equal(await KeptAsync([.. expected]), await ReadAsync());
    }

    [Fact]
    public async Task Last_state_of_a_record_counts_within_a_commit_and_over_several()
    {
        await using (var store = Open())
        {
            _ = store.ReadAll().Count();
            await Task.WhenAll(store.Append([New(First, 1, 1, "a")], urgent: false), store.Append([Changed(First, 1, 1, "b")], urgent: true));
            await store.Append([Changed(First, 1, 1, "c")], urgent: true);
        }

        Assert.Equal(await KeptAsync(["c"]), await ReadAsync(record => record.Fields!["text"].AsString));
    }

    [Fact]
    public async Task Removed_records_are_gone_whether_or_not_they_were_ever_written()
    {
        await FillAsync(New(First, 1, 1), New(First, 1, 2), New(First, 1, 3));
        await FillAsync(Gone(First, 1, 2), New(First, 1, 4), Gone(First, 1, 4));

        Assert.Equal(await KeptAsync(["1 firsts 1", "1 firsts 3"]), await ReadAsync());
    }

    [Fact]
    public async Task Generation_is_removed_as_a_whole_and_no_other()
    {
        await FillAsync([.. Enumerable.Range(1, 1_200).Select(id => New(id % 2 == 0 ? First : Second, 2, id)), New(First, 1, 2_000), New(Second, 3, 2_001)]);
        await using (var store = Open())
        {
            _ = store.ReadAll().Count();
            store.Remove(2);
            await store.Append([New(First, 2, 3_000)], urgent: true);
            store.Remove(2);
            await store.Append([New(First, 4, 3_001)], urgent: true);
        }

        // What a stop leaves of it belongs to nothing, and the next run removes it.
        Assert.Equal(await KeptAsync(["1 firsts 2000", "3 seconds 2001", "4 firsts 3001"]), (await ReadAsync()).Where(record => record[0] != '2'));
    }

    [Fact]
    public async Task Kill_loses_nothing_that_was_awaited()
    {
        var store = Open();
        _ = store.ReadAll().Count();
        await store.Append([New(First, 1, 1), New(Second, 1, 2)], urgent: true);
        await KillAsync(store);

        Assert.Equal(await KeptAsync(["1 firsts 1", "1 seconds 2"]), await ReadAsync());
    }

    [Fact]
    public async Task Numbers_ascend_and_are_not_given_again_after_a_restart()
    {
        long last;
        await using (var store = Open())
        {
            _ = store.ReadAll().Count();
            var (one, other) = (store.NextId(), store.NextId());
            Assert.True(other > one);
            await store.Append([New(First, 1, last = other)], urgent: true);
        }

        await using var next = Open();
        _ = next.ReadAll().Count();
        Assert.True(!next.IsDurable || next.NextId() > last);
    }

    [Fact]
    public async Task Numbers_that_are_skipped_are_not_given()
    {
        await using var store = Open();
        store.SkipIds(100);
        store.SkipIds(50);

        Assert.True(!store.IsDurable || store.NextId() > 100);
    }

    [Fact]
    public async Task Fields_come_back_as_they_were()
    {
        var fields = new BsonDocument
        {
            ["text"] = "Grüße 🎈 \u0000",
            ["number"] = 1,
            ["large"] = long.MaxValue,
            ["fraction"] = 0.1,
            ["flag"] = true,
            ["none"] = BsonValue.Null,
            ["nested"] = new BsonDocument { ["list"] = new BsonArray { "a", 1 } },
        };
        await FillAsync(new StoredRecord(First, new RecordKey(7, 9), new BsonDocument(fields), IsNew: true));

        await using var store = Open();
        var read = store.ReadAll().ToList();
        Assert.Equal(store.IsDurable ? 1 : 0, read.Count);
        Assert.All(read, record => Assert.False(record.IsDamaged));
        Assert.All(read, record => Assert.All(fields, field => Assert.Equal(field.Value, record.Fields![field.Key])));
    }

    private protected static StoredRecord New(string collection, int generation, long id, string text = "") =>
        new(collection, new RecordKey(generation, id), new BsonDocument { ["text"] = text }, IsNew: true);

    private protected async Task FillAsync(params StoredRecord[] records)
    {
        await using var store = Open();
        _ = store.ReadAll().Count();
        await store.Append(records, urgent: true);
    }

    private static StoredRecord Changed(string collection, int generation, long id, string text) => New(collection, generation, id, text) with { IsNew = false };

    private static StoredRecord Gone(string collection, int generation, long id) => new(collection, new RecordKey(generation, id), null);

    private async Task<IEnumerable<string>> KeptAsync(string[] records)
    {
        await using var store = Open();
        return store.IsDurable ? records : [];
    }

    private Task<List<string>> ReadAsync() => ReadAsync(record => $"{record.Key.Generation} {record.Collection} {record.Key.Id}");

    private async Task<List<string>> ReadAsync(Func<StoredRecord, string> shown)
    {
        await using var store = Open();
        return [.. store.ReadAll().Select(shown)];
    }
}

/// <summary>The store that forgets everything keeps the same promises, as far as there is anything to keep.</summary>
public sealed class MemoryStoreTests : RecordStoreContract
{
    private protected override IRecordStore Open() => new MemoryStore();

    private protected override Task KillAsync(IRecordStore store) => Task.CompletedTask;
}
