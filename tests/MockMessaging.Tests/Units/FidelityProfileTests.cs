using MockMessaging.Fidelity;
using Xunit;

namespace MockMessaging.Tests.Units;

/// <summary>The profile of a mode.</summary>
public sealed class FidelityProfileTests
{
    [Fact]
    public void Each_mode_has_its_profile() =>
        Assert.Equal(Enum.GetValues<FidelityMode>(), Enum.GetValues<FidelityMode>().Select(mode => FidelityProfile.Of(mode).Mode));

    [Fact]
    public void Unknown_mode_is_refused_by_its_number() =>
        Assert.StartsWith("There is no fidelity mode 7; use Documented or Production.", Assert.Throws<ArgumentOutOfRangeException>(() => FidelityProfile.Of((FidelityMode)7)).Message, StringComparison.Ordinal);
}
