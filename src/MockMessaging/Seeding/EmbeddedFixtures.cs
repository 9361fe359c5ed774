using System.Text;

namespace MockMessaging.Seeding;

/// <summary>The fixtures the app carries inside itself.</summary>
internal static class EmbeddedFixtures
{
    private const string Root = "fixtures/";

    public static string? Find(string path)
    {
        using var stream = typeof(EmbeddedFixtures).Assembly.GetManifestResourceStream(Root + path);
        if (stream is null)
        {
            return null;
        }

        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }

    /// <summary>File names without extension, in ordinal order.</summary>
    public static IEnumerable<string> Names(string folder) =>
        typeof(EmbeddedFixtures).Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Root + folder, StringComparison.Ordinal))
            .Select(name => Path.GetFileNameWithoutExtension(name))
            .Order(StringComparer.Ordinal);
}
