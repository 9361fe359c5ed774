namespace MockMessaging.Http;

/// <summary>Something in a body that the live service accepts without a word and that is most likely a mistake.</summary>
/// <param name="Field">Where it is, such as <c>match.urlPath</c>; empty for the body as a whole.</param>
/// <param name="Sentence">What it is, and how to mend it.</param>
internal sealed record BodyOddity(string Field, string Sentence)
{
    public static readonly BodyOddity LoneSurrogate = new("", "the body is not valid Unicode: an escape such as \\ud83d is half of a letter or emoji, was a text cut in its middle? It is read as U+FFFD");
}
