using System.ComponentModel.DataAnnotations;

namespace MockMessaging.Fidelity;

/// <summary>What to follow where the vendor's document and the live service differ.</summary>
public enum FidelityMode
{
    /// <summary>The document, so that the strictest generated client can read every response.</summary>
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
