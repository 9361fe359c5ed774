namespace MockMessaging.Time;

/// <summary>How a workspace's time moves.</summary>
public enum ClockMode
{
    /// <summary>As fast as the machine's clock.</summary>
    Real,

    /// <summary>Only when it is set or advanced.</summary>
    Frozen,

    /// <summary>Faster or slower than the machine's clock by a factor.</summary>
    Scaled,
}
