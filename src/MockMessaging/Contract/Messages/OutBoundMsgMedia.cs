namespace MockMessaging.Contract;

/// <summary>A medium to send, given by its link.</summary>
public sealed class OutBoundMsgMedia
{
    /// <summary>Words beside the medium.</summary>
    /// <example>your-video-caption</example>
    public string? Caption { get; set; }

    /// <summary>Name of the file; the last part of the link where left out.</summary>
    /// <example>your-video-caption</example>
    public string? Filename { get; set; }

    /// <summary>Public address of the file.</summary>
    /// <example>http(s)://the-url</example>
    public string? Link { get; set; }
}
