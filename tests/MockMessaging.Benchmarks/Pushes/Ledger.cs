using System.Buffers.Text;
using System.Runtime.InteropServices;

namespace MockMessaging.Benchmarks.Pushes;

/// <summary>Checks that SENT, DLVRD and READ of a message come in this order, and those of a contact in the order they happened.</summary>
internal sealed class Ledger
{
    private const int IdLength = 24;

    private readonly Lock _gate = new();
    private readonly Dictionary<UInt128, int> _reached = [];
    private readonly Dictionary<UInt128, long> _latest = [];
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

    private static UInt128 Id(ReadOnlySpan<byte> hex)
    {
        var id = UInt128.Zero;
        foreach (var digit in hex[..IdLength])
        {
            id = (id << 4) | (uint)(digit <= '9' ? digit - '0' : (digit | 0x20) - 'a' + 10);
        }

        return id;
    }
}
