using System.ComponentModel.DataAnnotations;

namespace MockMessaging.Delivery;

/// <summary>How fast messages move, each delay counted from the moment of acceptance. Section <c>Delivery</c>.</summary>
public sealed class DeliveryOptions
{
    /// <summary>Until SENT, in milliseconds. Default 50, 0 to 3,600,000.</summary>
    [Range(0, 3_600_000)]
    public int SentDelayMilliseconds { get; set; } = 50;

    /// <summary>Until DLVRD, in milliseconds. Default 250, 0 to 3,600,000.</summary>
    [Range(0, 3_600_000)]
    public int DeliveredDelayMilliseconds { get; set; } = 250;

    /// <summary>Until READ, in milliseconds. Default 1,000, 0 to 3,600,000.</summary>
    [Range(0, 3_600_000)]
    public int ReadDelayMilliseconds { get; set; } = 1_000;

    /// <summary>Until the customer answers, where the outcome says so, in milliseconds. Default 1,500, 0 to 3,600,000.</summary>
    [Range(0, 3_600_000)]
    public int ReplyDelayMilliseconds { get; set; } = 1_500;
}
