using System.ComponentModel.DataAnnotations;

namespace MockMessaging.Conversations;

/// <summary>How long conversations live. Section <c>Sessions</c>.</summary>
public sealed class SessionsOptions
{
    /// <summary>Silence after which a session is over and the next message opens a new one, in hours. Default 24 as in production, 1 to 720.</summary>
    [Range(1, 720)]
    public int TimeoutHours { get; set; } = 24;

    /// <summary>
    /// Whether free text on WhatsApp more than 24 hours after the contact's last message fails with 470 as the provider makes it.
    /// Default: not set, which means on in fidelity Production and off in Documented.
    /// </summary>
    public bool? CareWindow { get; set; }

    /// <summary>Queue code of the client app that asks the customer for feedback: a resolved session is routed to it. Default: none, it stays where it is.</summary>
    public string? FeedbackQueue { get; set; }

    internal long TimeoutMs => TimeoutHours * 3_600_000L;
}
