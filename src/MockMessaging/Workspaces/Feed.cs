using MockMessaging.Contract;

namespace MockMessaging.Workspaces;

/// <summary>The newest so many happenings of a workspace. It outlives a reset, so that whoever follows it learns of the reset.</summary>
internal sealed class Feed(int capacity)
{
    private readonly Happening[] _ring = new Happening[capacity];

    /// <summary>Number of the latest happening; 0 before the first.</summary>
    public long Last { get; private set; }

    public void Tell(HappeningKind kind, long atMs, object? about, MessageStatus? status = null, string? word = null)
    {
        Last++;
        _ring[Last % capacity] = new Happening(Last, kind, atMs, about, status, word);
    }

    /// <summary>Those after a number that are still remembered, oldest first.</summary>
    public IReadOnlyList<Happening> After(long number)
    {
        var first = Math.Max(number + 1, Math.Max(1, Last - capacity + 1));
        var told = new List<Happening>();
        for (var next = first; next <= Last; next++)
        {
            told.Add(_ring[next % capacity]);
        }

        return told;
    }
}
