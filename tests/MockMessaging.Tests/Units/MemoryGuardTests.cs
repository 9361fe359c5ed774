using MockMessaging.Limits;
using Xunit;

namespace MockMessaging.Tests.Units;

public sealed class MemoryGuardTests
{
    private const int Most = 1_000;

    private readonly List<bool> _collected = [];
    private HeapReading _heap;
    private int _collections;
    private int _looked;

    [Fact]
    public void Heap_at_the_limit_is_not_full_and_one_byte_more_is()
    {
        var guard = Guard();

        Collected(new HeapReading(Most, Most));
        Assert.False(guard.IsFull);
        Collected(new HeapReading(Most + 1, Most + 1));
        Assert.True(guard.IsFull);
        Collected(new HeapReading(Most, Most));
        Assert.False(guard.IsFull);
    }

    [Fact]
    public void What_only_a_full_collection_would_take_away_does_not_count_and_one_is_asked_for()
    {
        var guard = Guard();
        Collected(new HeapReading(Most + 1, Most - 1));

        Assert.False(guard.IsFull);
        Assert.Equal([false], _collected);
    }

    [Fact]
    public void Heap_is_only_looked_at_after_a_collection()
    {
        var guard = Guard();
        Collected(new HeapReading(1, 1));

        Assert.False(guard.IsFull);
        Assert.False(guard.IsFull);
        Assert.Equal(1, _looked);
    }

    [Fact]
    public void Room_is_seen_as_soon_as_it_was_made()
    {
        var guard = Guard();
        Collected(new HeapReading(Most + 1, Most + 1));
        Assert.True(guard.IsFull);

        _heap = new HeapReading(1, 1);
        guard.RecheckAfterRemoval();

        Assert.Contains(true, _collected);
        Assert.False(guard.IsFull);
    }

    [Fact]
    public void Nothing_is_collected_where_room_was_made_and_none_was_missing()
    {
        Guard().RecheckAfterRemoval();

        Assert.Empty(_collected);
    }

    private void Collected(HeapReading heap)
    {
        _heap = heap;
        _collections++;
    }

    private MemoryGuard Guard() => new(Most, () => _collections, Read, _collected.Add, TimeProvider.System);

    private HeapReading Read()
    {
        _looked++;
        return _heap;
    }
}
