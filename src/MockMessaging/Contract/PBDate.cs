namespace MockMessaging.Contract;

/// <summary>PBDate</summary>
public sealed class PBDate
{
    /// <summary>date</summary>
    public string? Date { get; set; }

    /// <summary>label</summary>
    public string? Label { get; set; }

    /// <summary>type</summary>
    public string? Type { get; set; }
}
