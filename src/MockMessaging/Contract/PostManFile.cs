using System.Text.Json.Nodes;

namespace MockMessaging.Contract;

/// <summary>PostManFile</summary>
public sealed class PostManFile
{
    /// <summary>body</summary>
    public byte[]? Body { get; set; }

    /// <summary>content</summary>
    public string? Content { get; set; }

    /// <summary>contentLength</summary>
    public long? ContentLength { get; set; }

    /// <summary>contentType</summary>
    public string? ContentType { get; set; }

    /// <summary>converter</summary>
    public FileConverter? Converter { get; set; }

    /// <summary>extension</summary>
    public string? Extension { get; set; }

    /// <summary>fileFormat</summary>
    public FileFormat? FileFormat { get; set; }

    /// <summary>fileType</summary>
    public FileType? FileType { get; set; }

    /// <summary>headers</summary>
    public IReadOnlyDictionary<string, string>? Headers { get; set; }

    /// <summary>meta</summary>
    public JsonObject? Meta { get; set; }

    /// <summary>model</summary>
    public JsonObject? Model { get; set; }

    /// <summary>name</summary>
    public string? Name { get; set; }

    /// <summary>options</summary>
    public JsonObject? Options { get; set; }

    /// <summary>password</summary>
    public string? Password { get; set; }

    /// <summary>path</summary>
    public string? Path { get; set; }

    /// <summary>template</summary>
    public CommonTemplateMeta? Template { get; set; }

    /// <summary>thumb</summary>
    public string? Thumb { get; set; }

    /// <summary>title</summary>
    public string? Title { get; set; }

    /// <summary>url</summary>
    public string? Url { get; set; }
}
