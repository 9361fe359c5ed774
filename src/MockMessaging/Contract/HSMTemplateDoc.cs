using System.Text.Json.Nodes;

namespace MockMessaging.Contract;

/// <summary>HSMTemplateDoc</summary>
public sealed class HSMTemplateDoc
{
    /// <summary>approved</summary>
    public IReadOnlyList<ApprovedChannels>? Approved { get; set; }

    /// <summary>attachments</summary>
    public IReadOnlyList<Attachment>? Attachments { get; set; }

    /// <summary>body</summary>
    public string? Body { get; set; }

    /// <summary>category</summary>
    public string? Category { get; set; }

    /// <summary>categoryType</summary>
    public string? CategoryType { get; set; }

    /// <summary>code</summary>
    public string? Code { get; set; }

    /// <summary>contactType</summary>
    public string? ContactType { get; set; }

    /// <summary>createdBy</summary>
    public string? CreatedBy { get; set; }

    /// <summary>createdStamp</summary>
    public long? CreatedStamp { get; set; }

    /// <summary>desc</summary>
    public string? Desc { get; set; }

    /// <summary>footer</summary>
    public string? Footer { get; set; }

    /// <summary>formatType</summary>
    public string? FormatType { get; set; }

    /// <summary>header</summary>
    public string? Header { get; set; }

    /// <summary>id</summary>
    public string? Id { get; set; }

    /// <summary>lang</summary>
    public string? Lang { get; set; }

    /// <summary>meta</summary>
    public JsonObject? Meta { get; set; }

    /// <summary>model</summary>
    public JsonObject? Model { get; set; }

    /// <summary>name</summary>
    public string? Name { get; set; }

    /// <summary>options</summary>
    public JsonObject? Options { get; set; }

    /// <summary>template</summary>
    public string? Template { get; set; }

    /// <summary>title</summary>
    public string? Title { get; set; }
}
