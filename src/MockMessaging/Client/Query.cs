using System.Globalization;

namespace MockMessaging.Client;

/// <summary>Writes the query of a call.</summary>
internal static class Query
{
    /// <summary>The four parameters that every list takes.</summary>
    public static (string Name, string? Value)[] Page(int limit, string? after, string? before, bool newestFirst) =>
        [("limit", limit.ToString(CultureInfo.InvariantCulture)), ("after", after), ("before", before), ("order", newestFirst ? "newest" : null)];

    /// <summary>From the question mark on; empty where nothing has a value.</summary>
    public static string Of(params (string Name, string? Value)[] parameters)
    {
        var given = parameters.Where(parameter => parameter.Value is not null).Select(parameter => $"{parameter.Name}={Uri.EscapeDataString(parameter.Value!)}").ToList();
        return given.Count > 0 ? "?" + string.Join('&', given) : "";
    }
}
