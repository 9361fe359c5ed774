using BenchmarkDotNet.Attributes;
using Microsoft.Extensions.DependencyInjection;
using MockMessaging.Contract;
using MockMessaging.State;
using MockMessaging.Webhooks;

namespace MockMessaging.Benchmarks.Inner;

/// <summary>From a status to the bytes of its push.</summary>
public class Pushing : Piece
{
    private PushBuilder _builder = null!;
    private Message _message = null!;

    /// <summary>Builds the body.</summary>
    [Benchmark(Description = "building a status push")]
    public byte[] Build() => new PushedStatusItem(_builder, _message.App!, Sandbox.Workspace.Fidelity, _message, PushedStatus.Dlvrd, _message.AcceptedAt, null).ToBytes();

    /// <inheritdoc/>
    protected override void Prepare()
    {
        _builder = Sandbox.Services.GetRequiredService<PushBuilder>();
        _message = Sandbox.Sent();
    }
}
