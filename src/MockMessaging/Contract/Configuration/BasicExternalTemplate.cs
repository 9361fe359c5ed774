using System.Text.Json.Nodes;

namespace MockMessaging.Contract;

/// <summary>A template as the provider knows it.</summary>
public sealed class BasicExternalTemplate
{
    /// <summary>Code.</summary>
    public string? Code { get; set; }

    /// <summary>Template.</summary>
    public JsonObject? Template { get; set; }

    /// <summary>Variables of the template.</summary>
    public JsonObject? VarMap { get; set; }
}
