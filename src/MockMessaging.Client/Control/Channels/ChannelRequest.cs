namespace MockMessaging.Control;

/// <summary>A channel to set. What is left out takes its default.</summary>
public sealed class ChannelRequest
{
    /// <summary>For people, at most 200 characters. Default: contact type and account.</summary>
    /// <example>Orders</example>
    public string? Name { get; set; }

    /// <summary>True if the account is switched off: a message from it is refused. Default false.</summary>
    public bool? Disabled { get; set; }

    /// <summary>True if the messaging API lists it only on request. Default false.</summary>
    public bool? Sandbox { get; set; }

    /// <summary>Follows from the path, and must be the same; a channel can so be sent as it was read.</summary>
    public string? ChannelId { get; set; }

    /// <summary>Follows from the id, and must be the same.</summary>
    public string? Type { get; set; }

    /// <summary>Follows from the id, and must be the same.</summary>
    public string? ContactType { get; set; }
}
