namespace MockMessaging.Contract;

/// <summary>Why a message failed.</summary>
public sealed class MessageReportError
{
    /// <summary>The provider's code.</summary>
    /// <example>470</example>
    public string? Code { get; set; }

    /// <summary>Further details, if there are any.</summary>
    public string? Details { get; set; }

    /// <summary>Where more can be read about the error.</summary>
    /// <example>https://developers.facebook.com/docs/whatsapp/api/errors#error</example>
    public string? Href { get; set; }

    /// <summary>The reason in one sentence.</summary>
    /// <example>Failed to send message because you are outside the support window for freeform messages to this user. Please use a valid HSM notification or reconsider.</example>
    public string? Title { get; set; }
}
