using System.Collections.Frozen;
using System.IO.Compression;
using System.Reflection;
using System.Security.Cryptography;

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
        using var compressed = new MemoryStream();
        using (var gzip = new GZipStream(compressed, CompressionLevel.SmallestSize))
        {
            plain.WriteTo(gzip);
        }

        var bytes = plain.ToArray();
        return new PageFile(TypeOf(resource), bytes, compressed.ToArray(), $"W/\"{Convert.ToHexStringLower(SHA256.HashData(bytes))[..16]}\"");
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

/// <summary>A file as it is sent.</summary>
/// <param name="ContentType">Its media type.</param>
/// <param name="Bytes">The content.</param>
/// <param name="Compressed">The same in gzip.</param>
/// <param name="ETag">Changes with the content. Weak, because it is the same with and without compression.</param>
internal sealed record PageFile(string ContentType, byte[] Bytes, byte[] Compressed, string ETag);
