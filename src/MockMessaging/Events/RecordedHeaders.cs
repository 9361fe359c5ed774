namespace MockMessaging.Events;

/// <summary>The headers of a request, name and value in turn, which takes little memory. Keys are never recorded.</summary>
internal sealed class RecordedHeaders(IReadOnlyList<string> namesAndValues, int letters, bool isCut)
{
    public static RecordedHeaders None { get; } = new([], 0, isCut: false);

    public int Letters => letters;

    /// <summary>True if some were too many or too long to keep.</summary>
    public bool IsCut => isCut;

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

    /// <summary>The values of a header; case is ignored in its name.</summary>
    public IReadOnlyList<string> Of(string name) => [.. Lines.Where(line => line.Key.Equals(name, StringComparison.OrdinalIgnoreCase)).Select(line => line.Value)];
}
