namespace MockMessaging;

/// <summary>Inside a namespace: a global Program would conflict with the Program of an app under test.</summary>
internal static class Program
{
    private static Task<int> Main(string[] args) => Command.RunAsync(args);
}
