namespace MockMessaging.Contract;

/// <summary>CommonMsgLocation</summary>
public sealed class CommonMsgLocation
{
    /// <summary>address</summary>
    public string? Address { get; set; }

    /// <summary>latitude</summary>
    public string? Latitude { get; set; }

    /// <summary>longitude</summary>
    public string? Longitude { get; set; }

    /// <summary>name</summary>
    public string? Name { get; set; }

    /// <summary>url</summary>
    public string? Url { get; set; }
}
