using System.ComponentModel.DataAnnotations;

namespace MockMessaging.Fidelity;

/// <summary>How close to the vendor's service and its providers the server is. The settings have no section.</summary>
internal sealed class FidelityOptions
{
    /// <summary>
    /// What to follow where the vendor's document and the live service differ. <c>PATCH /_sandbox/workspace</c> sets it for one workspace.
    /// Default <see cref="FidelityMode.Documented"/>.
    /// </summary>
    [EnumDataType(typeof(FidelityMode))]
    public FidelityMode Fidelity { get; set; } = FidelityMode.Documented;

    /// <summary>
    /// What happens to a message that the vendor's API accepts and its provider would refuse, such as a text that is too long.
    /// <c>PATCH /_sandbox/workspace</c> sets it for one workspace. Default <see cref="RulesMode.Warn"/>.
    /// </summary>
    [EnumDataType(typeof(RulesMode))]
    public RulesMode Rules { get; set; } = RulesMode.Warn;
}
