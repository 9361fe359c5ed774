using System.Text.Json;

namespace MockMessaging.Control;

/// <summary>A record of the control plane. Its text is its JSON, so that lists inside it are readable in the output of a test.</summary>
public abstract record ControlRecord
{
    /// <summary>The name of the record and its JSON.</summary>
    public sealed override string ToString() => $"{GetType().Name} {JsonSerializer.Serialize(this, ControlJsonOptions.Wire.GetTypeInfo(GetType()))}";
}
