namespace MockMessaging.Contract;

/// <summary>A session, by id.</summary>
public sealed class SessionStatusClose
{
    /// <summary>Id of the session.</summary>
    /// <example>61f3810a02e14c0877fc1a32</example>
    public string? SessionId { get; set; }
}
