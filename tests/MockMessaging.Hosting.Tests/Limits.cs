namespace MockMessaging.Hosting.Tests;

internal static class Limits
{
    /// <summary>Milliseconds that a test may take, on a slow machine too: a container or a host that never answers would hold up the run for good.</summary>
    public const int Test = 120_000;
}
