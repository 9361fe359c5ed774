using System.Text.Json.Nodes;

namespace MockMessaging.Contract;

/// <summary>A message template.</summary>
public sealed class HSMTemplateDoc
{
    /// <summary>Approval per channel.</summary>
    public IReadOnlyList<ApprovedChannels>? Approved { get; set; }

    /// <summary>Media that come with it.</summary>
    public IReadOnlyList<Attachment>? Attachments { get; set; }

    /// <summary>Text.</summary>
    public string? Body { get; set; }

    /// <summary>Category given by the business.</summary>
    public string? Category { get; set; }

    /// <summary>Category as the provider knows it.</summary>
    public string? CategoryType { get; set; }

    /// <summary>Selects the template together with the language.</summary>
    public string? Code { get; set; }

    /// <summary>Through what kind of channel the contact is reached.</summary>
    public string? ContactType { get; set; }

    /// <summary>Who made it.</summary>
    public string? CreatedBy { get; set; }

    /// <summary>When it was made, ms since the epoch.</summary>
    public long? CreatedStamp { get; set; }

    /// <summary>Description.</summary>
    public string? Desc { get; set; }

    /// <summary>Line below the text.</summary>
    public string? Footer { get; set; }

    /// <summary>Type of the content.</summary>
    public string? FormatType { get; set; }

    /// <summary>Line above the text.</summary>
    public string? Header { get; set; }

    /// <summary>Id.</summary>
    public string? Id { get; set; }

    /// <summary>Language, such as en or en_US.</summary>
    public string? Lang { get; set; }

    /// <summary>About it.</summary>
    public JsonObject? Meta { get; set; }

    /// <summary>Values the text is filled with.</summary>
    public JsonObject? Model { get; set; }

    /// <summary>Name.</summary>
    public string? Name { get; set; }

    /// <summary>Buttons and how they are shown.</summary>
    public JsonObject? Options { get; set; }

    /// <summary>Template.</summary>
    public string? Template { get; set; }

    /// <summary>Title.</summary>
    public string? Title { get; set; }
}
