using System.Text.Json.Nodes;

namespace MockMessaging.Control;

/// <summary>A message of a simulated customer, and the result of its push.</summary>
/// <param name="Message">The message as it was pushed; the first one of several.</param>
/// <param name="Push">The push that contains it.</param>
/// <param name="Messages">All messages, if there are several.</param>
/// <param name="Pushes">Their pushes.</param>
public sealed record InboundAnswer(JsonNode Message, PushView Push, IReadOnlyList<JsonNode>? Messages = null, IReadOnlyList<PushView>? Pushes = null) : ControlRecord;

/// <summary>A group of made-up customers who write by themselves.</summary>
public sealed class TrafficRequest
{
    /// <summary>Number of customers, 1 to 1,000. Default 5.</summary>
    /// <example>5</example>
    public int Contacts { get; set; } = 5;

    /// <summary>Messages per minute of the workspace's clock, all customers together, 0.001 to 6,000. Default 10.</summary>
    /// <example>10</example>
    public double InboundPerMinute { get; set; } = 10;

    /// <summary>How long they write: ISO 8601 duration, at most P1D. Default PT10M.</summary>
    /// <example>PT10M</example>
    public string? For { get; set; } = "PT10M";

    /// <summary>The channel they write on. Default: the first one.</summary>
    public string? ChannelId { get; set; }
}

/// <summary>A group of made-up customers who write by themselves.</summary>
/// <param name="Id">Id of the group.</param>
/// <param name="ChannelId">The channel they write on.</param>
/// <param name="InboundPerMinute">Messages per minute of the workspace's clock, all customers together.</param>
/// <param name="ContactIds">Contacts of the customers.</param>
/// <param name="Until">When they stop, by the workspace's clock.</param>
/// <param name="Written">Messages they wrote so far, without replies to your messages.</param>
public sealed record TrafficView(string Id, string ChannelId, double InboundPerMinute, IReadOnlyList<string> ContactIds, DateTimeOffset Until, int Written) : ControlRecord;

/// <summary>The groups of customers who write at present.</summary>
/// <param name="Traffic">The groups.</param>
/// <param name="Next">Send it as `after` (or as `before` with `order=newest`) to get the next page; absent on the last page.</param>
public sealed record TrafficList(IReadOnlyList<TrafficView> Traffic, string? Next) : ControlRecord;
