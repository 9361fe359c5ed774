namespace MockMessaging.Contract;

/// <summary>A button.</summary>
public sealed class TmplElement
{
    /// <summary>What was done, on action rows.</summary>
    /// <example>NAVIGATE</example>
    public string? Action { get; set; }

    /// <summary>What comes back as reply_id.</summary>
    /// <example>occupation</example>
    public string? Code { get; set; }

    /// <summary>Description.</summary>
    /// <example>What occupation you have</example>
    public string? Desc { get; set; }

    /// <summary>What the button says.</summary>
    /// <example>Occupation</example>
    public string? Label { get; set; }

    /// <summary>Name.</summary>
    public string? Name { get; set; }

    /// <summary>Phone.</summary>
    /// <example>+91 9988776655</example>
    public string? Phone { get; set; }

    /// <summary>Type.</summary>
    public ButtonType? Type { get; set; }

    /// <summary>Id at the provider.</summary>
    /// <example>806799978207096</example>
    public string? Uid { get; set; }

    /// <summary>Address.</summary>
    /// <example>http://url</example>
    public string? Url { get; set; }

    /// <summary>Variable the choice is put into.</summary>
    /// <example>data.var_1</example>
    public string? Variable { get; set; }
}
