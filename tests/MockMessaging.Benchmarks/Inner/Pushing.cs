using BenchmarkDotNet.Attributes;
using Microsoft.Extensions.DependencyInjection;
using MockMessaging.Contract;
using MockMessaging.State;
using MockMessaging.Webhooks;

namespace MockMessaging.Benchmarks.Inner;

/// <summary>From a status to the bytes of its push.</summary>
public class Pushing : Piece
{
    private WebhooksOptions _options = null!;
    private Message _message = null!;

    /// <summary>Builds the body.</summary>
    [Benchmark(Description = "building a status push")]
    public byte[] Build() => new StatusWrapper(_options, _message.App!, Sandbox.Workspace.Fidelity, _message, PushedStatus.Dlvrd, _message.AcceptedAt, null).ToBytes();

    /// <inheritdoc/>
    protected override void Prepare()
    {
        _options = Sandbox.Services.GetRequiredService<WebhooksOptions>();
        _message = Sandbox.Sent();
    }
}
