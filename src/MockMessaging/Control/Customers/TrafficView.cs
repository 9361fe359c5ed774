using MockMessaging.State;

namespace MockMessaging.Control;

/// <summary>Customers who write by themselves.</summary>
/// <param name="ContactIds">Who they are.</param>
/// <param name="Until">When they stop, by the workspace's clock.</param>
/// <param name="Written">How many messages they wrote so far, answers aside.</param>
public sealed record TrafficView(IReadOnlyList<string> ContactIds, DateTimeOffset Until, int Written)
{
    internal static TrafficView Of(Traffic traffic) => new(traffic.ContactIds, DateTimeOffset.FromUnixTimeMilliseconds(traffic.UntilMs), traffic.Written);
}

/// <summary>The traffic that runs at present.</summary>
/// <param name="Traffic">Each with its customers.</param>
/// <param name="Next">Send it as <c>after</c>, or as <c>before</c> with the newest first, to go on; absent where nothing more matches.</param>
public sealed record TrafficList(IReadOnlyList<TrafficView> Traffic, string? Next);

/// <summary>Customers to write by themselves.</summary>
public sealed class TrafficRequest
{
    /// <summary>How many customers, 1 to 1,000. Default 5.</summary>
    /// <example>5</example>
    public int Contacts { get; set; } = 5;

    /// <summary>How many messages they write a minute, all together and by the workspace's clock, 0.001 to 6,000. Default 10.</summary>
    /// <example>10</example>
    public double InboundPerMinute { get; set; } = 10;

    /// <summary>For how long, in ISO 8601, at most P1D. Default PT10M.</summary>
    /// <example>PT10M</example>
    public string? For { get; set; } = "PT10M";

    /// <summary>The channel they write on; the first one when left out.</summary>
    public string? ChannelId { get; set; }
}
