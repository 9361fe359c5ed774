namespace MockMessaging.Contract;

/// <summary>OutBoundReciept</summary>
public sealed class OutBoundReciept
{
    /// <summary>id</summary>
    public string? Id { get; set; }

    /// <summary>templateCode</summary>
    public string? TemplateCode { get; set; }

    /// <summary>templateId</summary>
    public string? TemplateId { get; set; }

    /// <summary>type</summary>
    public string? Type { get; set; }
}
