using System.ComponentModel.DataAnnotations;

namespace MockMessaging.Fidelity;

/// <summary>What to follow where the vendor's document and the live service differ.</summary>
public enum FidelityMode
{
    /// <summary>Follow the vendor's document, so that even a strict client generated from it can read every response.</summary>
    Documented,

    /// <summary>The live service.</summary>
    Production,
}

/// <summary>Document or live service. The setting has no section.</summary>
internal sealed class FidelityOptions
{
    /// <summary>
    /// What to follow where the vendor's document and the live service differ. <c>PATCH /_sandbox/workspace</c> sets it for one workspace.
    /// Default <see cref="FidelityMode.Documented"/>.
    /// </summary>
    [EnumDataType(typeof(FidelityMode))]
    public FidelityMode Fidelity { get; set; } = FidelityMode.Documented;
}
