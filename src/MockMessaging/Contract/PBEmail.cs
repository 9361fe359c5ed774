namespace MockMessaging.Contract;

/// <summary>PBEmail</summary>
public sealed class PBEmail
{
    /// <summary>email</summary>
    public string? Email { get; set; }

    /// <summary>label</summary>
    public string? Label { get; set; }

    /// <summary>type</summary>
    public string? Type { get; set; }

    /// <summary>uuid</summary>
    public string? Uuid { get; set; }
}
