using System.Text.Json;
using MockMessaging.State;

namespace MockMessaging.Persistence;

/// <summary>The delivery plans that messages read back share, found by the bytes they stand in the file with.</summary>
internal sealed class PlanTable
{
    /// <summary>Beyond this many they are made anew for each message.</summary>
    private const int MostPlans = 10_000;

    private readonly Dictionary<byte[], DeliveryPlan> _plans = new(new SameBytes());

    public DeliveryPlan Of(ReadOnlySpan<byte> stored)
    {
        var known = _plans.GetAlternateLookup<ReadOnlySpan<byte>>();
        if (known.TryGetValue(stored, out var plan))
        {
            return plan;
        }

        plan = JsonSerializer.Deserialize(stored, StoredJson.Default.DeliveryPlan) ?? throw new RecordException("plan", "it is null; leave it out or give a plan.");
        RecordChecks.Plan(plan);
        if (_plans.Count < MostPlans)
        {
            known[stored] = plan;
        }

        return plan;
    }

    private sealed class SameBytes : IEqualityComparer<byte[]>, IAlternateEqualityComparer<ReadOnlySpan<byte>, byte[]>
    {
        public bool Equals(byte[]? one, byte[]? other) => one.AsSpan().SequenceEqual(other);

        public int GetHashCode(byte[] bytes) => GetHashCode(bytes.AsSpan());

        public bool Equals(ReadOnlySpan<byte> bytes, byte[] other) => bytes.SequenceEqual(other);

        public int GetHashCode(ReadOnlySpan<byte> bytes)
        {
            var hash = default(HashCode);
            hash.AddBytes(bytes);
            return hash.ToHashCode();
        }

        public byte[] Create(ReadOnlySpan<byte> bytes) => bytes.ToArray();
    }
}
