using MockMessaging.State;
using Xunit;

namespace MockMessaging.Tests.Units;

public sealed class TextPatternTests
{
    [Theory]
    [InlineData("hello", "Well, HELLO there", true)]
    [InlineData("aab", "aaab", true)]
    [InlineData("abab", "ABAABAB", true)]
    [InlineData("abcabd", "abcabcabd", true)]
    [InlineData("ä", "GRÄSER", true)]
    [InlineData("hello", "hell", false)]
    [InlineData("aab", "aba", false)]
    [InlineData("a", "", false)]
    public void Words_are_found_in_whatever_case(string words, string text, bool found) =>
        Assert.Equal(found, new TextPattern(words).IsIn(TextPattern.Prepared(text)));

    [Fact]
    public void Same_is_found_as_by_comparing_at_each_place()
    {
        for (var number = 0; number < 1 << 12; number++)
        {
            var (words, text) = (Letters(number & 0xF, 4), Letters(number >> 4, 8));

            Assert.Equal(text.Contains(words, StringComparison.OrdinalIgnoreCase), new TextPattern(words).IsIn(TextPattern.Prepared(text)));
        }

        static string Letters(int bits, int count) => string.Concat(Enumerable.Range(0, count).Select(bit => (bits >> bit & 1) == 0 ? 'a' : 'b'));
    }

    /// <summary>Words made to fit almost everywhere, and nowhere whole.</summary>
    [Theory]
    [InlineData(10)]
    [InlineData(1_000)]
    public void Words_that_almost_fit_everywhere_are_not_found(int length)
    {
        var words = new TextPattern(new string('a', length / 2) + "b" + new string('a', (length / 2) - 1));

        Assert.False(words.IsIn(TextPattern.Prepared(new string('a', 100_000))));
    }
}
