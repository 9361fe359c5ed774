namespace MockMessaging.Cluster;

internal static class Program
{
    private static Task<int> Main(string[] args)
    {
        SettingNames.Add("Cluster", new ClusterOptions());
        return Command.RunAsync(args, static builder => builder.AddCluster());
    }
}
