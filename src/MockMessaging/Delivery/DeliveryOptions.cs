using System.ComponentModel.DataAnnotations;

namespace MockMessaging.Delivery;

/// <summary>How fast messages change their status. Section <c>Delivery</c>.</summary>
public sealed class DeliveryOptions
{
    /// <summary>Milliseconds from acceptance to SENT. Default 50, 0 to 3,600,000.</summary>
    [Range(0, 3_600_000)]
    public int SentDelayMilliseconds { get; set; } = 50;

    /// <summary>Milliseconds from acceptance to DLVRD. Default 250, 0 to 3,600,000.</summary>
    [Range(0, 3_600_000)]
    public int DeliveredDelayMilliseconds { get; set; } = 250;

    /// <summary>Milliseconds from acceptance to READ. Default 1,000, 0 to 3,600,000.</summary>
    [Range(0, 3_600_000)]
    public int ReadDelayMilliseconds { get; set; } = 1_000;

    /// <summary>Milliseconds from acceptance to the customer's answer, for outcomes in which the customer answers. Default 1,500, 0 to 3,600,000.</summary>
    [Range(0, 3_600_000)]
    public int ReplyDelayMilliseconds { get; set; } = 1_500;
}
