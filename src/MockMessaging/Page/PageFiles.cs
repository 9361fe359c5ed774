using System.Collections.Frozen;
using System.Reflection;

namespace MockMessaging.Page;

/// <summary>The files of the live page, which are embedded in the assembly.</summary>
internal sealed class PageFiles
{
    private const string Prefix = "page/";
    private const string StartName = "index.html";

    private readonly FrozenDictionary<string, PageFile> _byName;

    private PageFiles(IEnumerable<KeyValuePair<string, PageFile>> files) => _byName = files.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The page itself. Its links are relative to <c>/</c>, so it is served there alone.</summary>
    public PageFile? Start => _byName.GetValueOrDefault(StartName);

    public static PageFiles Read()
    {
        var assembly = typeof(PageFiles).Assembly;

        // A build on Windows names folders with a backslash.
        return new PageFiles(assembly.GetManifestResourceNames()
            .Select(resource => (Resource: resource, Name: resource.Replace('\\', '/')))
            .Where(file => file.Name.StartsWith(Prefix, StringComparison.Ordinal))
            .Select(file => KeyValuePair.Create(file.Name[Prefix.Length..], Read(assembly, file.Resource))));
    }

    /// <summary>A module, style or picture; null if there is none of that name.</summary>
    public PageFile? Find(string name) => name == StartName ? null : _byName.GetValueOrDefault(name);

    private static PageFile Read(Assembly assembly, string resource)
    {
        using var stream = assembly.GetManifestResourceStream(resource)!;
        using var plain = new MemoryStream();
        stream.CopyTo(plain);
        return new PageFile(TypeOf(resource), plain.ToArray());
    }

    private static string TypeOf(string name) => Path.GetExtension(name) switch
    {
        ".html" => "text/html; charset=utf-8",
        ".css" => "text/css; charset=utf-8",
        ".js" => "text/javascript; charset=utf-8",
        ".svg" => "image/svg+xml",
        ".png" => "image/png",
        ".json" => "application/json",
        _ => "application/octet-stream",
    };
}
