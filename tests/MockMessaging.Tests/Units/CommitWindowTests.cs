using MockMessaging.Storage;
using Xunit;

namespace MockMessaging.Tests.Units;

/// <summary>How long changes are gathered before a commit: of a window of 50 ms, 35 ms less what the commit takes.</summary>
public class CommitWindowTests
{
    private readonly CommitWindow _window = new(Milliseconds(50));

    [Theory]
    [InlineData(0, 10)]
    [InlineData(10, 0)]
    [InlineData(40, -30)]
    public void The_first_commit_is_expected_to_take_half_of_the_window(int age, int left) => Assert.Equal(Milliseconds(left), _window.Left(Milliseconds(age)));

    [Theory]
    [InlineData(5, 0, 30)]
    [InlineData(5, 20, 10)]
    [InlineData(5, 30, 0)]
    [InlineData(20, 0, 15)]
    [InlineData(60, 0, -25)]
    public void A_later_one_is_expected_to_take_as_long_as_the_one_before(int took, int age, int left)
    {
        _window.Committed(Milliseconds(45));
        _window.Committed(Milliseconds(took));

        Assert.Equal(Milliseconds(left), _window.Left(Milliseconds(age)));
    }

    private static TimeSpan Milliseconds(int number) => TimeSpan.FromMilliseconds(number);
}
