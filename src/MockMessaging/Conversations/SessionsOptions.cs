using System.ComponentModel.DataAnnotations;

namespace MockMessaging.Conversations;

/// <summary>Lifetime and rules of sessions. Section <c>Sessions</c>.</summary>
public sealed class SessionsOptions
{
    /// <summary>Hours without a message after which a session ends; the next message opens a new one. Default 24 as in production, 1 to 720.</summary>
    [Range(1, 720)]
    public int TimeoutHours { get; set; } = 24;

    /// <summary>
    /// True: free text on WhatsApp fails with error 470 when the contact's last message is more than 24 hours old, as at the provider.
    /// Default: true in fidelity Production, false in Documented.
    /// </summary>
    public bool? CareWindow { get; set; }

    /// <summary>Queue code of the client app that asks the customer for feedback. A resolved session is routed to it. Default: none, the session stays in its queue.</summary>
    public string? FeedbackQueue { get; set; }

    internal long TimeoutMs => TimeoutHours * 3_600_000L;
}
