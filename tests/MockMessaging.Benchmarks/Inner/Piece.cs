using BenchmarkDotNet.Attributes;

namespace MockMessaging.Benchmarks.Inner;

/// <summary>A piece measured on a sandbox of its own.</summary>
public abstract class Piece
{
    private protected Sandbox Sandbox { get; private set; } = null!;

    /// <summary>Starts the sandbox.</summary>
    [GlobalSetup]
    public void Start()
    {
        Sandbox = new Sandbox();
        Prepare();
    }

    /// <summary>Stops it.</summary>
    [GlobalCleanup]
    public void Stop() => Sandbox.Stop();

    /// <summary>Makes what the piece works on.</summary>
    protected virtual void Prepare()
    {
    }
}
