using BenchmarkDotNet.Attributes;
using Microsoft.AspNetCore.Http;
using MockMessaging.Contract;
using MockMessaging.Fidelity;
using MockMessaging.Http;

namespace MockMessaging.Benchmarks.Inner;

/// <summary>From a receipt to the bytes of the answer.</summary>
public class Answering : Piece
{
    private OutBoundReciept _receipt = null!;
    private EnvelopeFacts _facts;

    /// <summary>Makes the envelope and writes it to nowhere.</summary>
    [Benchmark(Description = "writing the receipt's envelope")]
    public void Write()
    {
        var context = new DefaultHttpContext();
        EnvelopeResult.WriteAsync(context, Sandbox.Workspace.Fidelity.Full(_facts, [_receipt], null)).GetAwaiter().GetResult();
    }

    /// <inheritdoc/>
    protected override void Prepare()
    {
        _receipt = Sandbox.Send().Receipt;
        _facts = new EnvelopeFacts("/api/v1/message/send", Sandbox.Workspace.NextTraceId(), Sandbox.Workspace.Clock.GetUtcNow());
    }
}
