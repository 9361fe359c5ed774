using BenchmarkDotNet.Attributes;
using MockMessaging.Storage;
using MockMessaging.Workspaces;

namespace MockMessaging.Benchmarks.Inner;

/// <summary>A full block of stored messages squeezed, told for each message.</summary>
public class Squeezing : Piece
{
    private const int InBlock = 64;

    private readonly StoredBlock _block = new();
    private StoredDocument[] _documents = null!;

    /// <summary>Gathers and squeezes.</summary>
    [Benchmark(Description = "squeezing a stored message, 64 in a block", OperationsPerInvoke = InBlock)]
    public int Squeeze()
    {
        foreach (var document in _documents)
        {
            _block.Add(document);
        }

        return _block.Take().Length;
    }

    /// <inheritdoc/>
    protected override void Prepare() =>
        _documents = [.. Enumerable.Range(1, InBlock).Select(id => new StoredDocument(id, 1, DocumentKind.Message, StoredMessage.Write(Sandbox.Sent()), IsNew: true))];
}
