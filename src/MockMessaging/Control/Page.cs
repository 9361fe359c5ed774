using System.Globalization;
using MockMessaging.Errors;

namespace MockMessaging.Control;

/// <summary>The part of a list that a request asks for. Every list has the same four parameters, and every response the same <c>next</c>.</summary>
internal sealed class Page
{
    /// <summary>Highest number of items per page.</summary>
    public const int Most = 1_000;

    private static readonly string[] Orders = ["oldest", "newest"];

    private Page(int limit, string? after, string? before, bool isNewestFirst)
    {
        Limit = limit;
        After = after;
        Before = before;
        IsNewestFirst = isNewestFirst;
    }

    public int Limit { get; }

    /// <summary>Cursor: only newer items; null for all.</summary>
    public string? After { get; }

    /// <summary>Cursor: only older items; null for all.</summary>
    public string? Before { get; }

    public bool IsNewestFirst { get; }

    /// <exception cref="ApiException"><c>limit</c> or <c>order</c> has a value that is not allowed.</exception>
    public static Page Of(int limit, string? after, string? before, string? order)
    {
        if (limit is < 1 or > Most)
        {
            throw ErrorCatalog.WrongParameter("limit", $"limit: {limit} is not between 1 and {Most}.");
        }

        Choice.Ensure(order, Orders, "order");
        return new Page(limit, after, before, string.Equals(order, "newest", StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>The page of a list whose cursors are ids or names.</summary>
    /// <param name="items">All items, oldest first.</param>
    /// <param name="what">Name of an item in error texts.</param>
    public (IReadOnlyList<T> Items, string? Next) Of<T>(IReadOnlyList<T> items, string what, Func<T, string> idOf)
    {
        return Cut(
            After is null ? 0 : IndexOf(After, "after") + 1,
            Before is null ? items.Count : IndexOf(Before, "before"),
            index => items[index],
            _ => true,
            index => idOf(items[index]));

        int IndexOf(string id, string parameter)
        {
            for (var index = 0; index < items.Count; index++)
            {
                if (idOf(items[index]) == id)
                {
                    return index;
                }
            }

            throw Unknown(parameter, id, what);
        }
    }

    /// <summary>The page of a list that stores only the newest items. Cursors are places, counted from the first item ever, which is 1.</summary>
    /// <param name="items">The stored items, oldest first.</param>
    /// <param name="evicted">How many older items are no longer stored.</param>
    public (IReadOnlyList<T> Items, string? Next) OfPlaces<T>(IReadOnlyList<T> items, long evicted, Func<T, bool> fits) =>
        Cut(
            After is null ? 0 : (int)Math.Clamp(PlaceOf(After, "after") - evicted, 0, items.Count),
            Before is null ? items.Count : (int)Math.Clamp(PlaceOf(Before, "before") - 1 - evicted, 0, items.Count),
            index => items[index],
            fits,
            index => (evicted + index + 1).ToString(CultureInfo.InvariantCulture));

    /// <summary>The error for an invalid cursor.</summary>
    public static ApiException Unknown(string parameter, string id, string what) =>
        ErrorCatalog.WrongParameter(parameter, $"{parameter}: '{id}' is not a {what} of this workspace; send the next of an earlier response.");

    private static long PlaceOf(string cursor, string parameter) => long.TryParse(cursor, NumberStyles.None, CultureInfo.InvariantCulture, out var place)
        ? place
        : throw ErrorCatalog.WrongParameter(parameter, $"{parameter}: '{cursor}' is not a place in this list; send the next of an earlier response.");

    private (IReadOnlyList<T> Items, string? Next) Cut<T>(int from, int to, Func<int, T> at, Func<T, bool> fits, Func<int, string> cursorOf)
    {
        var page = new List<T>();
        var last = 0;
        for (var step = 0; step < to - from; step++)
        {
            var index = IsNewestFirst ? to - 1 - step : from + step;
            if (!fits(at(index)))
            {
                continue;
            }

            if (page.Count == Limit)
            {
                return (page, cursorOf(last));
            }

            page.Add(at(index));
            last = index;
        }

        return (page, null);
    }
}
