namespace MockMessaging.Control;

/// <summary>What should have been called, and how often: exactly, at least or at most so many times. Default: at least once.</summary>
public sealed class VerifyRequest
{
    /// <summary>Which calls are counted; all when left out.</summary>
    public RequestMatch? Match { get; set; }

    /// <summary>So many, no more and no fewer.</summary>
    /// <example>1</example>
    public int? Exactly { get; set; }

    /// <summary>So many or more.</summary>
    public int? AtLeast { get; set; }

    /// <summary>So many or fewer.</summary>
    public int? AtMost { get; set; }
}
