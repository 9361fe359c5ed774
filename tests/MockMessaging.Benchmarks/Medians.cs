namespace MockMessaging.Benchmarks;

internal static class Medians
{
    public static double Median<T>(this IEnumerable<T> all, Func<T, double> value)
    {
        var ordered = all.Select(value).Order().ToList();
        return (ordered[ordered.Count / 2] + ordered[(ordered.Count - 1) / 2]) / 2;
    }

    public static double Median(this IEnumerable<double> all) => all.Median(value => value);
}
