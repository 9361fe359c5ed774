using BenchmarkDotNet.Attributes;

namespace MockMessaging.Benchmarks.Inner;

/// <summary>A parsed message accepted by a workspace.</summary>
public class Sending : Piece
{
    /// <summary>Starts over, so that each iteration finds the same.</summary>
    [IterationSetup]
    public void Empty() => Sandbox.Empty();

    /// <summary>Accepts it.</summary>
    [Benchmark(Description = "Workspace.Execute of a send, no store")]
    public object Send() => Sandbox.Send();
}
