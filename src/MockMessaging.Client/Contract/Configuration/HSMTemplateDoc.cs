using System.Text.Json.Nodes;

namespace MockMessaging.Contract;

/// <summary>A message template.</summary>
public record HSMTemplateDoc
{
    /// <summary>Approval per channel.</summary>
    public IReadOnlyList<ApprovedChannels>? Approved { get; set; }

    public IReadOnlyList<Attachment>? Attachments { get; set; }
    public string? Body { get; set; }

    /// <summary>Category given by the business.</summary>
    public string? Category { get; set; }

    /// <summary>The provider's category.</summary>
    public string? CategoryType { get; set; }

    /// <summary>Selects the template together with the language.</summary>
    public string? Code { get; set; }

    public string? ContactType { get; set; }
    public string? CreatedBy { get; set; }

    /// <summary>Time of creation, ms since the epoch.</summary>
    public long? CreatedStamp { get; set; }

    public string? Desc { get; set; }
    public string? Footer { get; set; }
    public string? FormatType { get; set; }
    public string? Header { get; set; }
    public string? Id { get; set; }

    /// <summary>Language, such as en or en_US.</summary>
    public string? Lang { get; set; }

    public JsonObject? Meta { get; set; }

    /// <summary>Values of the placeholders in the text.</summary>
    public JsonObject? Model { get; set; }

    public string? Name { get; set; }
    public JsonObject? Options { get; set; }
    public string? Template { get; set; }
    public string? Title { get; set; }
}

/// <summary>Approval of a template on one channel.</summary>
public sealed class ApprovedChannels
{
    /// <summary>Id of the channel: type, colon, lane.</summary>
    public string? ChannelId { get; set; }

    /// <summary>APPROVED, PENDING, REJECTED or DELETED.</summary>
    public string? Status { get; set; }

    /// <summary>The provider's id of the template.</summary>
    public string? TemplateId { get; set; }
}

/// <summary>A template as the provider knows it.</summary>
public sealed class BasicExternalTemplate
{
    public string? Code { get; set; }
    public JsonObject? Template { get; set; }
    public JsonObject? VarMap { get; set; }
}
