using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace MockMessaging.Seeding;

/// <summary>The text of a fixture and its source, so that an error can name the line.</summary>
internal sealed class FixtureFile(string source, string text)
{
    public static FixtureFile Open(string name, string? folder)
    {
        if (folder is not null && Override(Path.Combine(folder, name)) is { } own)
        {
            return own;
        }

        var text = EmbeddedFixtures.Find(name) ?? throw new InvalidOperationException($"The build left out fixtures/{name}.");
        return new FixtureFile(name, text);
    }

    public IReadOnlyList<T> Rows<T>(JsonTypeInfo<List<T?>> type)
        where T : class
    {
        try
        {
            var rows = JsonSerializer.Deserialize(text, type) ?? throw Broken(1, "the file says null", "Write a JSON array, [] for none.");
            return [.. rows.Select((row, index) => row ?? throw Broken(LineOf("null"), $"row {index + 1} is null", "Remove it."))];
        }
        catch (JsonException broken)
        {
            // The parser's own message ends with path and line, but its line counts from 0.
            var reason = broken.Message.Split(" Path: ")[0].Split(" LineNumber: ")[0].TrimEnd('.');
            var line = (int)(broken.LineNumber ?? 0) + 1;
            throw new FixtureException(Message(line, reason, "Correct that line or remove the file to use the built-in one."), broken);
        }
    }

    /// <summary>An error about a value. If the value appears more than once, the error names the line of the last, which is the duplicate.</summary>
    public FixtureException BrokenAt(string value, string problem, string fix) => Broken(LineOf($"\"{value}\""), problem, fix);

    public FixtureException Broken(int line, string problem, string fix) => new(Message(line, problem, fix));

    private static FixtureFile? Override(string path)
    {
        try
        {
            return File.Exists(path) ? new FixtureFile(path, File.ReadAllText(path)) : null;
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            throw new FixtureException($"Fixture {path} cannot be read: {unreadable.Message} Give this process read access to it.", unreadable);
        }
    }

    private string Message(int line, string problem, string fix) => $"Fixture {source}, line {line}: {problem}. {fix}";

    private int LineOf(string token) => 1 + text.AsSpan(0, Math.Max(0, text.LastIndexOf(token, StringComparison.Ordinal))).Count('\n');
}

/// <summary>A fixture cannot be used. The message names the file, the line and the correction.</summary>
internal sealed class FixtureException(string message, Exception? inner = null) : Exception(message, inner);

/// <summary>The built-in fixtures, which are resources of the assembly.</summary>
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

    public static byte[] Bytes(string path)
    {
        using var stream = typeof(EmbeddedFixtures).Assembly.GetManifestResourceStream(Root + path) ?? throw new InvalidOperationException($"The build left out fixtures/{path}.");
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    /// <summary>File names without extension, in ordinal order.</summary>
    public static IEnumerable<string> Names(string folder) =>
        typeof(EmbeddedFixtures).Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Root + folder, StringComparison.Ordinal))
            .Select(name => Path.GetFileNameWithoutExtension(name))
            .Order(StringComparer.Ordinal);
}
