using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace MockMessaging.Seeding;

/// <summary>The text of one fixture with the place it came from, so that a complaint can point at a line.</summary>
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
            var line = (int)(broken.LineNumber ?? 0) + 1;
            throw new FixtureException(Message(line, Reason(broken), "Correct that line or remove the file to use the built-in one."), broken);
        }
    }

    /// <summary>A complaint about the value; of several equal ones the last, since it is the one that came too late.</summary>
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

    // The parser repeats path, line and byte behind its sentence, and the message has its own place for them.
    private static string Reason(JsonException broken) => broken.Message.Split(" Path: ")[0].Split(" LineNumber: ")[0].TrimEnd('.');
}
