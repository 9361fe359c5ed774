using System.Text.Json.Nodes;

namespace MockMessaging.Contract;

/// <summary>A file that goes with a message.</summary>
public sealed class PostManFile
{
    /// <summary>Content of the file, in base64.</summary>
    public byte[]? Body { get; set; }

    /// <summary>Content as text.</summary>
    public string? Content { get; set; }

    /// <summary>Length in bytes.</summary>
    public long? ContentLength { get; set; }

    /// <summary>MIME type.</summary>
    public string? ContentType { get; set; }

    /// <summary>What turns it into a document.</summary>
    public FileConverter? Converter { get; set; }

    /// <summary>File extension.</summary>
    public string? Extension { get; set; }

    /// <summary>Format of the file.</summary>
    public FileFormat? FileFormat { get; set; }

    /// <summary>Kind of file.</summary>
    public FileType? FileType { get; set; }

    /// <summary>HTTP headers to fetch the file with.</summary>
    public IReadOnlyDictionary<string, string>? Headers { get; set; }

    /// <summary>About it.</summary>
    public JsonObject? Meta { get; set; }

    /// <summary>Values the text is filled with.</summary>
    public JsonObject? Model { get; set; }

    /// <summary>Name of the file.</summary>
    public string? Name { get; set; }

    /// <summary>Settings of the file, free in form.</summary>
    public JsonObject? Options { get; set; }

    /// <summary>Password of the file.</summary>
    public string? Password { get; set; }

    /// <summary>Where the file is stored.</summary>
    public string? Path { get; set; }

    /// <summary>Template the file is made from.</summary>
    public CommonTemplateMeta? Template { get; set; }

    /// <summary>Small picture.</summary>
    public string? Thumb { get; set; }

    /// <summary>Title of the document.</summary>
    public string? Title { get; set; }

    /// <summary>Address of the file.</summary>
    public string? Url { get; set; }
}
