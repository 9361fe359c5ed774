namespace MockMessaging.Contract;

/// <summary>TmplElement</summary>
public sealed class TmplElement
{
    /// <summary>action</summary>
    public string? Action { get; set; }

    /// <summary>code</summary>
    public string? Code { get; set; }

    /// <summary>desc</summary>
    public string? Desc { get; set; }

    /// <summary>label</summary>
    public string? Label { get; set; }

    /// <summary>name</summary>
    public string? Name { get; set; }

    /// <summary>phone</summary>
    public string? Phone { get; set; }

    /// <summary>type</summary>
    public ButtonType? Type { get; set; }

    /// <summary>uid</summary>
    public string? Uid { get; set; }

    /// <summary>url</summary>
    public string? Url { get; set; }

    /// <summary>variable</summary>
    public string? Variable { get; set; }
}
