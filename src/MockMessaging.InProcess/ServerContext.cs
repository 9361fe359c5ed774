using System.Reflection;
using System.Runtime.Loader;
using System.Security.Cryptography.X509Certificates;

namespace MockMessaging;

/// <summary>
/// Loads the server and its libraries from this assembly's resources, apart from the assemblies of the host process, which may have other versions of
/// them. Only the framework is shared. The server finds its own documentation among the same resources. One for the process: what the server compiles at its first start serves the later ones.
/// </summary>
internal sealed class ServerContext : AssemblyLoadContext
{
    private static readonly Lazy<StartServer> Entry = new(Find);

    private ServerContext()
        : base("MockMessaging")
    {
    }

    /// <summary>Has the signature of <c>InProcessServer.OpenAsync</c>, with types of the framework only: other types would not be the same on both sides.</summary>
    public delegate Task<(Uri Address, string Key, string? ControlToken, X509Certificate2? Certificate, Func<Task<string>> CreateWorkspace, Func<ValueTask> Stop)> StartServer(
        IReadOnlyDictionary<string, string?> settings, IEnumerable<ILoggerProvider> loggers, CancellationToken cancelled);

    public static StartServer Start => Entry.Value;

    /// <summary>Null for the framework's assemblies, which then come from the host process.</summary>
    protected override Assembly? Load(AssemblyName assemblyName)
    {
        using var image = typeof(ServerContext).Assembly.GetManifestResourceStream($"server/{assemblyName.Name}.dll");
        return image is null ? null : LoadFromStream(image);
    }

    private static StartServer Find()
    {
        var server = new ServerContext().LoadFromAssemblyName(new AssemblyName("MockMessaging"));
        return server.GetType("MockMessaging.InProcessServer", throwOnError: true)!.GetMethod("OpenAsync")!.CreateDelegate<StartServer>();
    }
}
