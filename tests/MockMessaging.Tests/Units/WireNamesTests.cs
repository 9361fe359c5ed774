using MockMessaging.Contract;
using Xunit;

namespace MockMessaging.Tests.Units;

public sealed class WireNamesTests
{
    /// <summary>The words of a value are found by its number.</summary>
    [Fact]
    public void Values_of_the_contract_count_up_from_zero()
    {
        var values = typeof(MessageStatus).Assembly.GetTypes().Where(type => type.IsEnum && type.Namespace == typeof(MessageStatus).Namespace).ToList();

        Assert.NotEmpty(values);
        Assert.All(values, type => Assert.Equal(Enumerable.Range(0, Enum.GetNames(type).Length), Enum.GetValuesAsUnderlyingType(type).Cast<int>()));
    }

    [Theory]
    [InlineData("DLVRD")]
    [InlineData("dlvrd")]
    public void A_word_is_its_value_in_any_case(string word) => Assert.Equal(MessageStatus.Dlvrd, WireNames.Parse<MessageStatus>(word));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("DELIVERED")]
    public void No_other_word_is_a_value(string? word) => Assert.Null(WireNames.Parse<MessageStatus>(word));

    [Fact]
    public void Every_value_has_the_word_it_is_read_from() =>
        Assert.All(Enum.GetValues<MessageStatus>(), status => Assert.Equal(status, WireNames.Parse<MessageStatus>(WireNames.Of(status))));
}
