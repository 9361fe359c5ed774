using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using MockMessaging.Contract;
using MockMessaging.Messages;
using MockMessaging.State;
using MockMessaging.Time;
using MockMessaging.Workspaces;

namespace MockMessaging.Benchmarks.Inner;

/// <summary>A sandbox in this process, with no store and a clock that stands still.</summary>
internal sealed class Sandbox
{
    private readonly InProcessServer _server = InProcessServer.StartAsync().GetAwaiter().GetResult();
    private readonly MessageSender _sender;

    public Sandbox()
    {
        _sender = _server.Services.GetRequiredService<MessageSender>();
        Workspace = _server.Services.GetRequiredService<WorkspaceDirectory>().OpenAsync("inner").AsTask().GetAwaiter().GetResult();
        Request = JsonSerializer.Deserialize(Body, ContractJsonOptions.Request.TypeInfo<OutBoundMsg>())!;
        Empty();
    }

    public IServiceProvider Services => _server.Services;

    public Workspace Workspace { get; }

    public byte[] Body { get; } = Encoding.UTF8.GetBytes(Requests.Message("3000"));

    public OutBoundMsg Request { get; }

    public SentMessage Send() =>
        Workspace.Execute(transaction => _sender.Send(transaction, transaction.State.DefaultApp, Request, Body)).Value;

    /// <summary>A message that was sent.</summary>
    public Message Sent()
    {
        var id = Send().Receipt.Id!;
        return Workspace.Read(state => state.FindMessage(id)!);
    }

    /// <summary>Throws away what was sent.</summary>
    public void Empty()
    {
        Workspace.Reset().GetAwaiter().GetResult();
        Workspace.SetClock(clock => clock.Set(ClockMode.Frozen, null, 1)).GetAwaiter().GetResult();
    }

    public void Stop() => _server.DisposeAsync().AsTask().GetAwaiter().GetResult();
}
