namespace MockMessaging.Contract;

/// <summary>A button.</summary>
public sealed class TmplElement
{
    /// <summary>What to do next in a WhatsApp Flow, which needs it.</summary>
    /// <example>NAVIGATE</example>
    public string? Action { get; set; }

    /// <summary>Key by which programs know the button; comes back as reply_id.</summary>
    /// <example>occupation</example>
    public string? Code { get; set; }

    /// <summary>Second line, shown in a list.</summary>
    /// <example>What occupation you have</example>
    public string? Desc { get; set; }

    /// <summary>What the button says.</summary>
    /// <example>Occupation</example>
    public string? Label { get; set; }

    /// <summary>Name.</summary>
    public string? Name { get; set; }

    /// <summary>Number to call; only for type PHONE_NUMBER.</summary>
    /// <example>+91 9988776655</example>
    public string? Phone { get; set; }

    /// <summary>What the button does.</summary>
    [DocumentedValues("QUICK_REPLY", "URL", "PHONE_NUMBER", "LOCATION_REQUEST")]
    public string? Type { get; set; }

    /// <summary>Any unique id of your own.</summary>
    /// <example>806799978207096</example>
    public string? Uid { get; set; }

    /// <summary>Page to open; only for type URL.</summary>
    /// <example>http://url</example>
    public string? Url { get; set; }

    /// <summary>Name of the variable that the choice is put into.</summary>
    /// <example>data.var_1</example>
    public string? Variable { get; set; }
}
