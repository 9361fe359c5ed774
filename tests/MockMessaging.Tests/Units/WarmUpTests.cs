using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using MockMessaging.Workspaces;
using Xunit;

namespace MockMessaging.Tests.Units;

/// <summary>A start ignores that its rehearsal fails, so that only these tests notice it.</summary>
public sealed class WarmUpTests
{
    [Fact]
    public async Task Message_goes_through_the_controller_and_leaves_no_workspace()
    {
        await using var app = NewApplication();
        app.UseMockMessaging();

        Assert.Equal(StatusCodes.Status200OK, await WarmUp.RespondAsync(app));

        Assert.Equal(0, app.Services.GetRequiredService<OpenWorkspaces>().Count);
    }

    [Fact]
    public async Task Request_goes_through_routing_and_finds_no_controller()
    {
        await using var app = NewApplication();
        var pipeline = new TaskCompletionSource<RequestDelegate>();
        app.Use(built =>
        {
            pipeline.SetResult(built);
            return built;
        });
        app.UseMockMessaging();
        await app.StartAsync(TestWorkspace.Cancelled);

        Assert.Equal(StatusCodes.Status404NotFound, await WarmUp.RouteAsync(app.Services, await pipeline.Task));
    }

    private static WebApplication NewApplication() =>
        ServerHost.InProcess(new Dictionary<string, string?> { ["Storage:Path"] = ":memory:", ["urls"] = "http://127.0.0.1:0" }, []);
}
