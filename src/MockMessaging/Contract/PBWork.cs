namespace MockMessaging.Contract;

/// <summary>PBWork</summary>
public sealed class PBWork
{
    /// <summary>company</summary>
    public string? Company { get; set; }

    /// <summary>department</summary>
    public string? Department { get; set; }

    /// <summary>label</summary>
    public string? Label { get; set; }

    /// <summary>title</summary>
    public string? Title { get; set; }
}
