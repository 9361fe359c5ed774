using System.ComponentModel.DataAnnotations;

namespace MockMessaging.Fidelity;

/// <summary>Which truth to follow. A setting of its own at the top level.</summary>
public sealed class FidelityOptions
{
    /// <summary>For workspaces that are not told otherwise by PATCH /_sandbox/workspace. Default <see cref="FidelityMode.Documented"/>.</summary>
    [EnumDataType(typeof(FidelityMode))]
    public FidelityMode Fidelity { get; set; } = FidelityMode.Documented;
}
