namespace MockMessaging.Contract;

/// <summary>The receipt of an accepted message.</summary>
public sealed class OutBoundReciept
{
    /// <summary>Id of the message; status pushes carry the same.</summary>
    /// <example>61f3810a02e14c0877fc1a32</example>
    public string? Id { get; set; }

    /// <summary>Code of the template.</summary>
    public string? TemplateCode { get; set; }

    /// <summary>Id of the template.</summary>
    public string? TemplateId { get; set; }

    /// <summary>O for outbound.</summary>
    public string? Type { get; set; }
}
