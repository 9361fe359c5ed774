using LiteDB;

namespace MockMessaging.Storage;

/// <summary>
/// A record as the store sees it: named fields under a key. Without fields it is to be removed.
/// </summary>
/// <param name="IsNew">It was never committed: if it is removed in the same commit, nothing is written.</param>
/// <param name="IsDamaged">Read back with a wrong checksum.</param>
internal readonly record struct StoredRecord(string Collection, RecordKey Key, BsonDocument? Fields, bool IsNew = false, bool IsDamaged = false);

/// <summary>
/// Key of a record: its generation (0 for records that survive a reset) and its own number, unique over all collections. Both are packed into
/// the <c>_id</c> in the file, so that a generation is one range of ids.
/// </summary>
internal readonly record struct RecordKey(int Generation, long Id)
{
    private const int IdBits = 38;
    public const long LargestId = (1L << IdBits) - 1;
    private const int LargestGeneration = (1 << (63 - IdBits)) - 1;

    /// <summary>The lowest and the highest <c>_id</c> a generation can have.</summary>
    public static (long First, long Last) Range(int generation) => (new RecordKey(generation, 0).ToLong(), new RecordKey(generation, LargestId).ToLong());

    public static RecordKey Of(long number) => new((int)(number >> IdBits), number & LargestId);

    /// <exception cref="StoreBusyException">The server has used up all numbers: 33 million generations, or 274 billion records.</exception>
    public long ToLong() => Generation is >= 0 and <= LargestGeneration && Id is >= 0 and <= LargestId
        ? ((long)Generation << IdBits) | Id
        : throw new StoreBusyException($"The data file has no more numbers for records (generation {Generation}, record {Id}); move it away to start a new one.");
}
