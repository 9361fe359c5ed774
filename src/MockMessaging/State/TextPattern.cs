namespace MockMessaging.State;

/// <summary>
/// Finds words in a text, ignoring case, in time that grows with the text alone (Knuth, Morris and Pratt): the framework's own search takes time proportional to both lengths multiplied, which a hostile caller can exploit.
/// </summary>
internal sealed class TextPattern
{
    /// <summary>Most letters that may be looked for.</summary>
    public const int Longest = 1_000;

    private readonly string _words;

    /// <summary>How many letters still fit after a letter that does not.</summary>
    private readonly int[] _fallBack;

    public TextPattern(string words)
    {
        _words = Prepared(words);
        _fallBack = new int[_words.Length];
        for (int at = 1, fitting = 0; at < _words.Length; at++)
        {
            fitting = Advance(fitting, _words[at]);
            _fallBack[at] = fitting;
        }
    }

    /// <summary>A text as <see cref="IsIn"/> takes it; to be made once for many patterns.</summary>
    public static string Prepared(string text) => text.ToUpperInvariant();

    /// <summary>True if a prepared text contains the words.</summary>
    public bool IsIn(string prepared)
    {
        var fitting = 0;
        for (var at = 0; at < prepared.Length && fitting < _words.Length; at++)
        {
            if (fitting == 0)
            {
                var next = prepared.AsSpan(at).IndexOf(_words[0]);
                if (next < 0)
                {
                    return false;
                }

                at += next;
                fitting = 1;
                continue;
            }

            fitting = Advance(fitting, prepared[at]);
        }

        return fitting == _words.Length;
    }

    private int Advance(int fitting, char letter)
    {
        while (fitting > 0 && _words[fitting] != letter)
        {
            fitting = _fallBack[fitting - 1];
        }

        return _words[fitting] == letter ? fitting + 1 : 0;
    }
}
