using MockMessaging.Client;
using Xunit;

namespace MockMessaging.Tests.Client;

public sealed class EventsTests(MockServer server)
{
    [Fact]
    public async Task What_happens_is_read_as_it_happens_and_again_from_any_place()
    {
        var workspace = new SandboxWorkspace(server.BaseAddress, MockServer.NewKey());
        await workspace.Clock.FreezeAsync(cancellationToken: TestWorkspace.Cancelled);
        await using var events = workspace.Events.ReadAsync(cancellationToken: TestWorkspace.Cancelled).GetAsyncEnumerator(TestWorkspace.Cancelled);
        Assert.True(await events.MoveNextAsync());
        var opened = events.Current;
        await workspace.Inbound.SendAsync("+919988776655", "Hello", cancellationToken: TestWorkspace.Cancelled);
        Assert.True(await events.MoveNextAsync());
        var first = events.Current;

        Assert.NotNull(opened.Version);
        Assert.Null(opened.View);
        var again = await workspace.Events.ReadAsync(opened.Id, TestWorkspace.Cancelled).FirstAsync(item => item.View is not null, TestWorkspace.Cancelled);
        Assert.Equal((first.Id, first.View!.Kind, first.View.MessageId), (again.Id, again.View!.Kind, again.View.MessageId));
        await Assert.ThrowsAsync<SandboxException>(async () => await workspace.Events.ReadAsync("nowhere", TestWorkspace.Cancelled).FirstAsync(TestWorkspace.Cancelled));
    }
}
