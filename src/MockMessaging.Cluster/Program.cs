namespace MockMessaging.Cluster;

internal static class Program
{
    private static int Main() => 0;
}
