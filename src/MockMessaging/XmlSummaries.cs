using System.Reflection;
using System.Xml.Linq;

namespace MockMessaging;

/// <summary>The summaries of the classes and shapes, as Markdown in one line.</summary>
internal sealed class XmlSummaries
{
    private readonly Dictionary<string, string> _summaries = Files.SelectMany(file => XDocument.Load(file).Descendants("member"))
        .Where(member => member.Element("summary") is not null)
        .ToDictionary(member => member.Attribute("name")!.Value, member => Markdown(member.Element("summary")!), StringComparer.Ordinal);

    /// <summary>The documentation files of the server and of the shapes that its clients share; none inside another process.</summary>
    public static IReadOnlyList<string> Files { get; } = [.. new[] { "MockMessaging.xml", "MockMessaging.Client.xml" }.Select(name => Path.Combine(AppContext.BaseDirectory, name)).Where(File.Exists)];

    public string Of(Type type) => _summaries[$"T:{type.FullName}"];

    public string Of(MemberInfo member) => _summaries[$"{(member is PropertyInfo ? "P" : "F")}:{member.DeclaringType!.FullName}.{member.Name}"];

    /// <summary>Null if it has none.</summary>
    public string? Find(MemberInfo member) => _summaries.GetValueOrDefault($"{(member is PropertyInfo ? "P" : "F")}:{member.DeclaringType!.FullName}.{member.Name}");

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
