namespace MockMessaging.Contract;

/// <summary>The company on a contact card.</summary>
public sealed class OutBoundMsgContactOrg
{
    /// <summary>Company.</summary>
    /// <example>WhatsApp</example>
    public string? Company { get; set; }

    /// <summary>Department.</summary>
    /// <example>Design</example>
    public string? Department { get; set; }

    /// <summary>Title.</summary>
    /// <example>Manager</example>
    public string? Title { get; set; }
}
