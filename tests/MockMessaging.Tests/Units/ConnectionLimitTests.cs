using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using MockMessaging.Http;
using MockMessaging.Limits;
using Xunit;

namespace MockMessaging.Tests.Units;

public sealed class ConnectionLimitTests
{
    [Fact]
    public async Task Connection_is_let_in_again_once_another_has_closed()
    {
        var limit = new ConnectionLimit(Options.Create(new WorkspaceLimits { MaxConnections = 1 }), TimeProvider.System, NullLogger<ConnectionLimit>.Instance);
        var (first, second, third) = (new Open(limit), new Open(limit), new Open(limit, opens: false));

        Assert.False(first.IsRefused);
        Assert.True(second.IsRefused);
        await first.DisposeAsync();
        await second.DisposeAsync();
        third.Begin();
        Assert.False(third.IsRefused);
        await third.DisposeAsync();
    }

    [Fact]
    public async Task Connection_far_beyond_the_limit_is_closed_at_once()
    {
        var limit = new ConnectionLimit(Options.Create(new WorkspaceLimits { MaxConnections = 1 }), TimeProvider.System, NullLogger<ConnectionLimit>.Instance);
        var open = Enumerable.Range(0, 101).Select(_ => new Open(limit)).ToList();
        var further = new Open(limit);

        Assert.True(further.IsOver);
        Assert.All(open, one => Assert.False(one.IsOver));
        foreach (var one in open.Append(further))
        {
            await one.DisposeAsync();
        }
    }

    /// <summary>A connection that lives until it is closed.</summary>
    private sealed class Open : IAsyncDisposable
    {
        private readonly ConnectionLimit _limit;
        private readonly DefaultConnectionContext _connection = new();
        private readonly TaskCompletionSource _closed = new();
        private Task _taken = Task.CompletedTask;

        public Open(ConnectionLimit limit, bool opens = true)
        {
            _limit = limit;
            if (opens)
            {
                Begin();
            }
        }

        public bool IsRefused => _limit.Refuses(new DefaultHttpContext(_connection.Features));

        /// <summary>Whether nobody serves it any more.</summary>
        public bool IsOver => _taken.IsCompleted;

        public void Begin() => _taken = _limit.TakeAsync(_connection, _ => _closed.Task);

        public async ValueTask DisposeAsync()
        {
            _closed.SetResult();
            await _taken;
            await _connection.DisposeAsync();
        }
    }
}
