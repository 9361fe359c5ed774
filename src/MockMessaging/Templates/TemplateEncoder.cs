using System.Text;
using HandlebarsDotNet;

namespace MockMessaging.Templates;

/// <summary>Escapes filled-in values for HTML as production's template engine does, but for the equals sign, whose escaping it undoes.</summary>
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
            switch (letter)
            {
                case '&':
                    target.Write("&amp;");
                    break;
                case '<':
                    target.Write("&lt;");
                    break;
                case '>':
                    target.Write("&gt;");
                    break;
                case '"':
                    target.Write("&quot;");
                    break;
                case '\'':
                    target.Write("&#x27;");
                    break;
                case '`':
                    target.Write("&#x60;");
                    break;
                default:
                    target.Write(letter);
                    break;
            }
        }
    }
}
