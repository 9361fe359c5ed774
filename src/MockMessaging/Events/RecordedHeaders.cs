namespace MockMessaging.Events;

/// <summary>The request headers of a call: name and value by turns, since there is one for each call remembered. Keys never get in here.</summary>
internal sealed class RecordedHeaders(IReadOnlyList<string> namesAndValues, int letters, bool isCut)
{
    public static RecordedHeaders None { get; } = new([], 0, isCut: false);

    /// <summary>Letters it takes.</summary>
    public int Letters => letters;

    /// <summary>Whether some were too many or too long to keep.</summary>
    public bool IsCut => isCut;

    /// <summary>Each line by itself, as it came.</summary>
    public IEnumerable<KeyValuePair<string, string>> Lines
    {
        get
        {
            for (var at = 0; at < namesAndValues.Count; at += 2)
            {
                yield return KeyValuePair.Create(namesAndValues[at], namesAndValues[at + 1]);
            }
        }
    }

    /// <summary>The values of a header, its name in whatever case.</summary>
    public IReadOnlyList<string> Of(string name) => [.. Lines.Where(line => line.Key.Equals(name, StringComparison.OrdinalIgnoreCase)).Select(line => line.Value)];
}
