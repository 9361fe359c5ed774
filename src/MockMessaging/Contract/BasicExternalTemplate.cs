using System.Text.Json.Nodes;

namespace MockMessaging.Contract;

/// <summary>BasicExternalTemplate</summary>
public sealed class BasicExternalTemplate
{
    /// <summary>code</summary>
    public string? Code { get; set; }

    /// <summary>template</summary>
    public JsonObject? Template { get; set; }

    /// <summary>varMap</summary>
    public JsonObject? VarMap { get; set; }
}
