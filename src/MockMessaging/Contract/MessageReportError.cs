namespace MockMessaging.Contract;

/// <summary>MessageReportError</summary>
public sealed class MessageReportError
{
    /// <summary>code</summary>
    public string? Code { get; set; }

    /// <summary>details</summary>
    public string? Details { get; set; }

    /// <summary>href</summary>
    public string? Href { get; set; }

    /// <summary>title</summary>
    public string? Title { get; set; }
}
