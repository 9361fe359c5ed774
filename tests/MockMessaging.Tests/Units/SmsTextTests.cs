using MockMessaging.Delivery;
using Xunit;

namespace MockMessaging.Tests.Units;

public sealed class SmsTextTests
{
    [Theory]
    [InlineData("a", 160, "GSM-7", 160, 1)]
    [InlineData("a", 161, "GSM-7", 161, 2)]
    [InlineData("a", 306, "GSM-7", 306, 2)]
    [InlineData("a", 307, "GSM-7", 307, 3)]
    [InlineData("€", 80, "GSM-7", 160, 1)]
    [InlineData("€", 81, "GSM-7", 162, 2)]
    [InlineData("€", 153, "GSM-7", 306, 3)]
    [InlineData("é", 1, "GSM-7", 1, 1)]
    [InlineData("ç", 70, "UCS-2", 70, 1)]
    [InlineData("ç", 71, "UCS-2", 71, 2)]
    [InlineData("ç", 135, "UCS-2", 135, 3)]
    [InlineData("😀", 35, "UCS-2", 70, 1)]
    [InlineData("😀", 67, "UCS-2", 134, 3)]
    public void Text_has_an_encoding_and_segments(string character, int times, string encoding, int units, int segments) =>
        Assert.Equal(new SmsText(encoding, units, segments), SmsText.Of(string.Concat(Enumerable.Repeat(character, times))));
}
