using System.Text;
using HandlebarsDotNet;

namespace MockMessaging.Templates;

/// <summary>Escapes values for HTML as production's template engine does, except for the equals sign, which production does not escape.</summary>
internal sealed class TemplateEncoder : ITextEncoder
{
    public IFormatProvider? FormatProvider { get; set; }

    public void Encode(StringBuilder? text, TextWriter target)
    {
        foreach (var chunk in (text ?? new StringBuilder()).GetChunks())
        {
            Encode(chunk.Span, target);
        }
    }

    public void Encode(string? text, TextWriter target) => Encode(text.AsSpan(), target);

    public void Encode<T>(T? text, TextWriter target)
        where T : IEnumerator<char>
    {
        while (text?.MoveNext() ?? false)
        {
            Encode([text.Current], target);
        }
    }

    private static void Encode(ReadOnlySpan<char> text, TextWriter target)
    {
        foreach (var letter in text)
        {
            var escaped = letter switch
            {
                '&' => "&amp;",
                '<' => "&lt;",
                '>' => "&gt;",
                '"' => "&quot;",
                '\'' => "&#x27;",
                '`' => "&#x60;",
                _ => null,
            };
            if (escaped is null)
            {
                target.Write(letter);
            }
            else
            {
                target.Write(escaped);
            }
        }
    }
}
