namespace MockMessaging.Contract;

/// <summary>PBWebsite</summary>
public sealed class PBWebsite
{
    /// <summary>label</summary>
    public string? Label { get; set; }

    /// <summary>type</summary>
    public string? Type { get; set; }

    /// <summary>url</summary>
    public string? Url { get; set; }

    /// <summary>uuid</summary>
    public string? Uuid { get; set; }
}
