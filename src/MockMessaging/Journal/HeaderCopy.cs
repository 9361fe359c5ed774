using MockMessaging.Events;

namespace MockMessaging.Journal;

/// <summary>Copies the headers of a request, which the server uses again for the next one.</summary>
internal static class HeaderCopy
{
    private const int MostLines = 100;

    private const int MostLetters = 16_384;

    public static RecordedHeaders Of(IHeaderDictionary headers, KeyMask mask)
    {
        var lines = new List<string>(2 * headers.Count);
        var letters = 0;
        var isCut = false;
        foreach (var (name, values) in headers)
        {
            for (var line = 0; line < values.Count; line++)
            {
                var value = mask.Of(name, values[line] ?? "");
                if (lines.Count >= 2 * MostLines || letters + name.Length + value.Length > MostLetters)
                {
                    isCut = true;
                    continue;
                }

                lines.Add(name);
                lines.Add(value);
                letters += name.Length + value.Length;
            }
        }

        return new RecordedHeaders(lines, letters, isCut);
    }
}
