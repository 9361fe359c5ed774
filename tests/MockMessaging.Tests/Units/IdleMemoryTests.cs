using MockMessaging.Health;
using Xunit;

namespace MockMessaging.Tests.Units;

public sealed class IdleMemoryTests : IDisposable
{
    private const long Much = 100_000_000;
    private const long Little = 500_000;

    private readonly IdleMemory _memory;
    private long _allocated;
    private int _givenBack;

    public IdleMemoryTests() => _memory = new IdleMemory(() => _allocated, () => _givenBack++);

    [Fact]
    public void Memory_is_given_back_once_there_is_nothing_more_to_do()
    {
        Look(Much);
        Assert.Equal(0, _givenBack);

        Look(Little);
        Assert.Equal(1, _givenBack);
    }

    [Fact]
    public void A_busy_server_is_not_stopped_for_it()
    {
        Look(Much);
        Look(Much);
        Look(Much);

        Assert.Equal(0, _givenBack);
    }

    [Fact]
    public void What_was_given_back_is_not_given_back_again_until_there_is_much_anew()
    {
        Look(Much);
        Look(Little);
        Look(Little);
        Assert.Equal(1, _givenBack);

        Look(Much);
        Look(Little);
        Assert.Equal(2, _givenBack);
    }

    [Fact]
    public void A_server_nobody_used_is_left_alone()
    {
        Look(Little);
        Look(Little);

        Assert.Equal(0, _givenBack);
    }

    public void Dispose() => _memory.Dispose();

    private void Look(long allocatedMeanwhile)
    {
        _allocated += allocatedMeanwhile;
        _memory.Look();
    }
}
