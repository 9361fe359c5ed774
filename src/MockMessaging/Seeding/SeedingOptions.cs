using System.ComponentModel.DataAnnotations;

namespace MockMessaging.Seeding;

/// <summary>What a fresh workspace holds. Section <c>Seeding</c>.</summary>
public sealed class SeedingOptions : IValidatableObject
{
    /// <summary>
    /// Seed of every workspace. Default none: each workspace takes its seed from its key, so that the same key means the same data.
    /// -9,007,199,254,740,991 to 9,007,199,254,740,991, which every reader of JSON takes as it is.
    /// </summary>
    public long? Seed { get; set; }

    /// <summary>
    /// Folder whose <c>channels.json</c>, <c>templates.json</c>, <c>global-vars.json</c> and <c>client-apps.json</c> replace
    /// the built-in ones; a file that is not there stays built-in. Default none.
    /// </summary>
    public string? Path { get; set; }

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Seed is < -WorkspaceSeed.Largest or > WorkspaceSeed.Largest)
        {
            yield return new ValidationResult($"{Seed} is not within -{WorkspaceSeed.Largest} to {WorkspaceSeed.Largest}.", [nameof(Seed)]);
        }
    }
}
