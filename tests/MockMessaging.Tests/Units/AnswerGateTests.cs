using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using MockMessaging.Contract;
using MockMessaging.Messages;
using MockMessaging.State;
using MockMessaging.Workspaces;
using Xunit;

namespace MockMessaging.Tests.Units;

public sealed class AnswerGateTests
{
    [Fact]
    public async Task No_push_leaves_before_the_answer_that_caused_it()
    {
        await using var server = await MockServer.StartAsync(cancellationToken: TestWorkspace.Cancelled);
        await using var receiver = await WebhookReceiver.StartAsync();
        var caller = new TestWorkspace(server.BaseAddress, "gate");
        await caller.FreezeAsync();
        await caller.RegisterWebhookAsync(receiver.Url);
        var workspace = await server.Services.GetRequiredService<WorkspaceDirectory>().OpenAsync("gate");
        var gate = new ResponseGate();

        Send(server, workspace, gate);
        var fired = new AdvanceTally();
        while (workspace.FireNextUpTo(long.MaxValue, fired))
        {
        }

        await caller.CustomerWritesAsync(JsonNode.Parse("""{"from":{"phone":"+915552"}}"""));

        Assert.Equal(["SESSION_ROUTED", "text"], receiver.Subjects);
        gate.Open();
        await Task.WhenAll(fired.Pushes.Select(push => push.Settled));
        Assert.Equal(["SESSION_ROUTED", "text", "SENT", "DLVRD", "READ"], receiver.Subjects);
    }

    [Fact]
    public async Task No_push_is_fetched_before_the_answer_that_caused_it()
    {
        await using var server = await MockServer.StartAsync(cancellationToken: TestWorkspace.Cancelled);
        await server.Workspace.Clock.FreezeAsync(cancellationToken: TestWorkspace.Cancelled);
        var workspace = await server.Services.GetRequiredService<WorkspaceDirectory>().OpenAsync(server.Workspace.Key);
        var gate = new ResponseGate();
        Send(server, workspace, gate);
        while (workspace.FireNextUpTo(long.MaxValue, new AdvanceTally()))
        {
        }

        var fetching = server.Workspace.Pushes.OutboxAsync(wait: TimeSpan.FromSeconds(30), cancellationToken: TestWorkspace.Cancelled);
        await server.Workspace.GetAsync(TestWorkspace.Cancelled);
        await server.Workspace.Inbound.SendAsync("+915552", "Hello", cancellationToken: TestWorkspace.Cancelled);

        Assert.False(fetching.IsCompleted);
        gate.Open();
        Assert.Contains((await fetching).Pushes, push => push.Subject == "SENT");
    }

    private static void Send(InProcessServer server, Workspace workspace, ResponseGate gate)
    {
        var message = new OutBoundMsg
        {
            ChannelId = TestWorkspace.WhatsApp,
            To = new OutBoundContact { Phone = "+915551" },
            Type = "text",
            Text = new OutBoundMsgText { Body = "Hello" },
        };
        workspace.Execute(
            transaction => server.Services.GetRequiredService<MessageSender>().Send(transaction, transaction.State.DefaultApp, message, "{}"u8.ToArray()), gate);
    }
}
