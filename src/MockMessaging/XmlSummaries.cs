using System.Reflection;
using System.Runtime.Loader;
using System.Xml.Linq;

namespace MockMessaging;

/// <summary>The summaries of the classes and shapes, as Markdown in one line.</summary>
internal sealed class XmlSummaries
{
    private static readonly string[] Names = ["MockMessaging.xml", "MockMessaging.Client.xml"];

    private readonly Dictionary<string, string> _summaries = Documents().SelectMany(document => document.Descendants("member"))
        .Where(member => member.Element("summary") is not null)
        .ToDictionary(member => member.Attribute("name")!.Value, member => Markdown(member.Element("summary")!), StringComparer.Ordinal);

    /// <summary>The documentation of the server and of the shapes that its clients share.</summary>
    public static IEnumerable<XDocument> Documents()
    {
        foreach (var name in Names)
        {
            using var stream = Open(name);
            if (stream is not null)
            {
                yield return XDocument.Load(stream);
            }
        }
    }

    public string Of(Type type) => _summaries[$"T:{type.FullName}"];

    public string Of(MemberInfo member) => _summaries[$"{(member is PropertyInfo ? "P" : "F")}:{member.DeclaringType!.FullName}.{member.Name}"];

    /// <summary>Null if it has none.</summary>
    public string? Find(MemberInfo member) => _summaries.GetValueOrDefault($"{(member is PropertyInfo ? "P" : "F")}:{member.DeclaringType!.FullName}.{member.Name}");

    /// <summary>Inside another process it is where the server itself is: among the resources of the assembly that made its load context. Else it is a file beside the server.</summary>
    private static Stream? Open(string name)
    {
        var file = Path.Combine(AppContext.BaseDirectory, name);
        return AssemblyLoadContext.GetLoadContext(typeof(XmlSummaries).Assembly)!.GetType().Assembly.GetManifestResourceStream("server/" + name)
            ?? (File.Exists(file) ? File.OpenRead(file) : null);
    }

    private static string Markdown(XElement summary) =>
        string.Join(' ', string.Concat(summary.Nodes().Select(Markdown)).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).Replace("|", "\\|", StringComparison.Ordinal);

    private static string Markdown(XNode node) => node switch
    {
        XText text => text.Value,
        XElement { Name.LocalName: "see" } see => $"`{see.Attribute("cref")!.Value.Split('.')[^1]}`",
        XElement element => $"`{element.Value}`",
        _ => "",
    };
}
