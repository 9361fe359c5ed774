namespace MockMessaging.Control;

/// <summary>Which messages a rule applies to. What is left out matches every message.</summary>
public sealed class OutcomeMatchRequest
{
    /// <summary>Messages to this contact.</summary>
    /// <example>wa919876543210_918828218374</example>
    public string? ContactId { get; set; }

    /// <summary>Messages to this phone, in any form that message/send accepts.</summary>
    /// <example>+91 98765 43210</example>
    public string? Phone { get; set; }

    /// <summary>Messages to this e-mail address; upper and lower case are the same.</summary>
    public string? Email { get; set; }

    /// <summary>Messages on this channel.</summary>
    public string? ChannelId { get; set; }

    /// <summary>Messages made from this template.</summary>
    public string? TemplateCode { get; set; }

    /// <summary>Messages that contain this text, at most 1,000 characters; upper and lower case are the same.</summary>
    public string? Text { get; set; }

    /// <summary>Messages of this type, such as text.</summary>
    public string? Type { get; set; }

    /// <summary>Messages that offer a reply button with this label or code; upper and lower case are the same.</summary>
    public string? Button { get; set; }
}
