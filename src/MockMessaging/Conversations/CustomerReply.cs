namespace MockMessaging.Conversations;

/// <summary>A button or list entry a simulated customer chose.</summary>
public sealed class CustomerReply
{
    /// <summary>The button's code.</summary>
    /// <example>TRACK</example>
    public string? Id { get; set; }

    /// <summary>The button's label, which also becomes the text.</summary>
    /// <example>Track order</example>
    public string? Title { get; set; }

    /// <summary>The list entry's second line.</summary>
    public string? Desc { get; set; }
}
