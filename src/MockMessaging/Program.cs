namespace MockMessaging;

/// <summary>Where the process begins. A class of a namespace, since a global one would stand in the way of the Program of an app under test.</summary>
internal static class Program
{
    private static Task<int> Main(string[] args) => Command.RunAsync(args);
}
