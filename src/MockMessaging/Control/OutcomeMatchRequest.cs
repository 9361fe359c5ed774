namespace MockMessaging.Control;

/// <summary>Which messages a rule is for; what is left out matches all.</summary>
public sealed class OutcomeMatchRequest
{
    /// <summary>To this contact.</summary>
    /// <example>wa919876543210_918828218374</example>
    public string? ContactId { get; set; }

    /// <summary>On this channel.</summary>
    public string? ChannelId { get; set; }

    /// <summary>Made from this template.</summary>
    public string? TemplateCode { get; set; }

    /// <summary>With these words somewhere in them, in whatever case.</summary>
    public string? Text { get; set; }

    /// <summary>Of this type.</summary>
    public string? Type { get; set; }
}
