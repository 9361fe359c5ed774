namespace MockMessaging.Contract;

/// <summary>DigitalEventDto</summary>
public sealed class DigitalEventDto
{
    /// <summary>eventName</summary>
    public string? EventName { get; set; }

    /// <summary>id</summary>
    public string? Id { get; set; }

    /// <summary>links</summary>
    public IReadOnlyList<DigitalObjectLink>? Links { get; set; }
}
