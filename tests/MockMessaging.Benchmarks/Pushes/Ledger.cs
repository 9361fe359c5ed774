using System.Buffers.Text;
using System.Runtime.InteropServices;

namespace MockMessaging.Benchmarks.Pushes;

/// <summary>Checks that SENT, DLVRD and READ of a message come in this order, and those of a contact in the order they happened.</summary>
internal sealed class Ledger
{
    private readonly Lock _gate = new();
    private readonly Dictionary<ulong, int> _reached = [];
    private readonly Dictionary<ulong, long> _latest = [];
    private long _pushes;
    private long _misordered;

    public Counts Counts
    {
        get
        {
            lock (_gate)
            {
                return new Counts(_pushes, _misordered, _reached.Count);
            }
        }
    }

    public void Take(ReadOnlySpan<byte> body)
    {
        // The one status comes last, after the wrapper's own names.
        var status = body[body.LastIndexOf("\"statuses\":["u8)..];
        var message = Id(After(status, "\"id\":\""u8));
        var contact = Id(After(status, "\"contactId\":\""u8));
        var step = After(status, "\"status\":\""u8)[0] switch { (byte)'S' => 1, (byte)'D' => 2, (byte)'R' => 3, _ => 0 };
        var at = Utf8Parser.TryParse(After(status, "\"timestamp\":"u8), out long stamp, out _) ? stamp : 0;
        lock (_gate)
        {
            _pushes++;
            ref var latest = ref CollectionsMarshal.GetValueRefOrAddDefault(_latest, contact, out _);
            ref var reached = ref CollectionsMarshal.GetValueRefOrAddDefault(_reached, message, out _);
            if (step != reached + 1 || at < latest)
            {
                _misordered++;
            }

            (latest, reached) = (at, step);
            if (step == 3)
            {
                _reached.Remove(message);
            }
        }
    }

    private static ReadOnlySpan<byte> After(ReadOnlySpan<byte> body, ReadOnlySpan<byte> name) => body[(body.IndexOf(name) + name.Length)..];

    /// <summary>An id as a number (FNV-1a): what is hashed is all of it, since its alphabet is the sandbox's.</summary>
    private static ulong Id(ReadOnlySpan<byte> text)
    {
        var id = 14_695_981_039_346_656_037;
        foreach (var letter in text[..text.IndexOf((byte)'"')])
        {
            id = (id ^ letter) * 1_099_511_628_211;
        }

        return id;
    }
}
