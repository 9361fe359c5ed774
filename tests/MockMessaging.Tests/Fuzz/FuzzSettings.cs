using System.Globalization;

namespace MockMessaging.Tests.Fuzz;

/// <summary>How much is tried, and from which seed. The defaults are fixed, so that each run of the suite tries the same.</summary>
internal static class FuzzSettings
{
    public const string SeedVariable = "MOCKMESSAGING_FUZZ_SEED";

    public const string RequestsVariable = "MOCKMESSAGING_FUZZ_REQUESTS";

    public static int Seed => Read(SeedVariable, 20260105);

    /// <summary>Requests per operation.</summary>
    public static int Requests => Read(RequestsVariable, 200);

    public static string Replay(string testClass) =>
        $"{SeedVariable}={Seed} {RequestsVariable}={Requests} dotnet test --project tests/MockMessaging.Tests -- --filter-class \"*{testClass}\"";

    private static int Read(string variable, int usual) =>
        Environment.GetEnvironmentVariable(variable) is { Length: > 0 } text ? int.Parse(text, CultureInfo.InvariantCulture) : usual;
}
