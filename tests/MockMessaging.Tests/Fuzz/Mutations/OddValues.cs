namespace MockMessaging.Tests.Fuzz;

/// <summary>Values that break programs, as the JSON text that stands for them.</summary>
internal static class OddValues
{
    private static readonly string[] Numbers =
    [
        "0", "-1", "-0", "1e308", "-1e308", "1e309", "1e-10", "1e-320", "0.5", "9007199254740993", "9223372036854775807", "9223372036854775808", "-9223372036854775808",
        "2147483648", "18446744073709551616", "123456789012345678901234567890", "1.0", "1E400",
    ];

    private static readonly string[] Spans =
    [
        "P10000000D", "P106751991D", "PT0S", "-PT1S", "P1M", "P1Y", "PT", "P", "1s", "PT1e5S", "PT0.0000000001S", "P9999999999999D", "PT2562047788015215H", "00:00:01", " PT1S ", "pt1s",
    ];

    private static readonly string[] Instants =
    [
        "0001-01-01T00:00:00Z", "9999-12-31T23:59:59.9999999Z", "9000-01-01T00:00:00Z", "8999-12-31T23:59:59Z", "1969-12-31T23:59:59Z", "0001-01-01T00:00:00+14:00",
        "9999-12-31T23:59:59-14:00", "2026-02-30T00:00:00Z", "2026-01-05", "yesterday", "10000-01-01T00:00:00Z", "2026-01-05T10:00:00",
    ];

    private static readonly string[] Texts =
    [
        "", " ", "\\t\\r\\n", "\\u0000", "a\\u0000b", "\\u0001\\u001f\\u007f", "ünïcödé", "日本語 😀", "\\u202e\\ufeff\\u200b", "\\ud800", "x\\udc00y", "\\udc00\\ud800", "\\ud83d", "a\\r\\nX-Injected: 1",
        "BOGUS", "null", "true", "../../etc", "%s%n{0}", "{{global.x}}", "{{#each this}}{{/each}}", "' OR 1=1 --", "<script>", "$.a.b", "*", "(a+)+$", "-1",
    ];

    private static readonly string[] Ids = ["ffffffffffffffffffffffff", "61f3810a02e14c0877fc1a3", "61F3810A02E14C0877FC1A32", "000000000000000000000000", "0", "x", "wa000_000", "zzzzzzzzzzzzzzzzzzzzzzzz"];

    private static readonly int[] Depths = [30, 58, 60, 61, 62, 63, 64, 65, 130, 600, 2_000];

    private static readonly int[] Lengths = [300, 1_025, 5_000, 70_000];

    private static readonly string[] SpanNames = ["by", "for", "ttl", "delay", "timeout", "wait", "sent", "delivered", "read", "reply", "retryAfter"];

    /// <summary>Texts that wait in real time: no value that is allowed and long.</summary>
    private static readonly string[] RealTime = ["delay", "timeout", "wait", "retryAfter"];

    public static bool IsSpan(string name) => SpanNames.Contains(name);

    public static bool IsRealTime(string name) => RealTime.Contains(name);

    /// <summary>An odd value for a property of that name.</summary>
    public static string Any(Random random, string name) => random.Next(10) switch
    {
        < 3 when IsSpan(name) => Quoted(Pick(random, Spans)),
        < 3 when name is "now" or "to" or "at" || name.EndsWith("At", StringComparison.Ordinal) => Quoted(Pick(random, Instants)),
        < 3 when name.EndsWith("Id", StringComparison.Ordinal) || name == "id" => Quoted(Pick(random, Ids)),
        < 5 => Pick(random, Numbers),
        < 8 => Quoted(Pick(random, Texts)),
        8 => Structure(random),
        _ => Quoted(random.Next(4) switch
        {
            0 => Pick(random, Spans),
            1 => Pick(random, Instants),
            2 => Pick(random, Ids),
            _ => new string('x', Pick(random, Lengths)),
        }),
    };

    /// <summary>Nesting, and types that fit nowhere.</summary>
    public static string Structure(Random random) => random.Next(7) switch
    {
        0 => "null",
        1 => "[]",
        2 => "{}",
        3 => "[null]",
        4 => random.Next(2) == 0 ? "true" : "{\"\":{}}",
        _ => Nested(Pick(random, Depths), random.Next(2) == 0),
    };

    /// <summary>An odd part of an address, percent-encoded.</summary>
    public static string Segment(Random random) => Pick(random,
    [
        "%20", "%09", "%2F", "%2e%2e%2f", "%0A", "%0d%0aX:1", "%C3%BC", "%FF", "%ED%A0%80", "%25", "%F0%9F%98%80", "a%7Cb", "true", "0", "-1", "*", "%7B%7D", "%EF%BB%BF", new string('a', 3_000),
        .. Ids,
    ]);

    /// <summary>An odd value of a query parameter, percent-encoded.</summary>
    public static string Parameter(Random random, string name) => random.Next(6) switch
    {
        0 when !IsRealTime(name) => "",
        0 or 1 => Pick(random, Numbers),
        2 => Uri.EscapeDataString(Pick(random, IsSpan(name) || random.Next(3) == 0 ? Spans : Ids)),
        3 => Uri.EscapeDataString(Pick(random, Instants)),
        4 => Segment(random),
        _ => IsRealTime(name) ? "PT0S" : Pick(random, ["%00", "%00a", "true", "%5B1%5D", "%20%20", "a&b=c", "+", "%2B1", new string('y', 2_000)]),
    };

    public static T Pick<T>(Random random, IReadOnlyList<T> values) => values[random.Next(values.Count)];

    private static string Nested(int depth, bool objects) => objects
        ? string.Concat(Enumerable.Repeat("{\"a\":", depth)) + "1" + new string('}', depth)
        : new string('[', depth) + new string(']', depth);

    private static string Quoted(string text) => $"\"{text}\"";
}
