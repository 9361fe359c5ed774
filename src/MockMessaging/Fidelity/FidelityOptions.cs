using System.ComponentModel.DataAnnotations;

namespace MockMessaging.Fidelity;

/// <summary>Document or live service. The setting has no section.</summary>
public sealed class FidelityOptions
{
    /// <summary>
    /// Which one to follow where the vendor's document and the live service differ. <c>PATCH /_sandbox/workspace</c> sets it for one workspace.
    /// Default <see cref="FidelityMode.Documented"/>.
    /// </summary>
    [EnumDataType(typeof(FidelityMode))]
    public FidelityMode Fidelity { get; set; } = FidelityMode.Documented;
}
