using System.ComponentModel.DataAnnotations;

namespace MockMessaging.Conversations;

/// <summary>How long conversations live. Section <c>Sessions</c>.</summary>
public sealed class SessionsOptions
{
    /// <summary>Silence after which a session is over and the next message opens a new one, in hours. Default 24 as in production, 1 to 720.</summary>
    [Range(1, 720)]
    public int TimeoutHours { get; set; } = 24;

    internal long TimeoutMs => TimeoutHours * 3_600_000L;
}
