using System.ComponentModel.DataAnnotations;

namespace MockMessaging.Seeding;

public sealed partial class SeedingOptions : IValidatableObject
{
    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Seed is < -WorkspaceSeed.Largest or > WorkspaceSeed.Largest)
        {
            yield return new ValidationResult($"{Seed} is not within -{WorkspaceSeed.Largest} to {WorkspaceSeed.Largest}.", [nameof(Seed)]);
        }
    }
}
