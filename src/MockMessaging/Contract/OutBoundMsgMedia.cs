namespace MockMessaging.Contract;

/// <summary>OutBoundMsgMedia</summary>
public sealed class OutBoundMsgMedia
{
    /// <summary>caption</summary>
    public string? Caption { get; set; }

    /// <summary>filename</summary>
    public string? Filename { get; set; }

    /// <summary>link</summary>
    public string? Link { get; set; }
}
