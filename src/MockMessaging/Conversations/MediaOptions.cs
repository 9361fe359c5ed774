using System.ComponentModel.DataAnnotations;

namespace MockMessaging.Conversations;

/// <summary>Media files of messages. Section <c>Media</c>.</summary>
public sealed class MediaOptions : IValidatableObject
{
    /// <summary>
    /// Address of this server in the media links of pushes, such as <c>http://sandbox:8080</c>: as your application reaches it, with a path if a proxy needs one.
    /// Default: none, the address by which the workspace was called last.
    /// </summary>
    public string? PublicAddress { get; set; }

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!string.IsNullOrEmpty(PublicAddress)
            && !(Uri.TryCreate(PublicAddress, UriKind.Absolute, out var url) && url is { Scheme: "http" or "https", Host.Length: > 0, Query: "", Fragment: "", UserInfo: "" }))
        {
            yield return new ValidationResult($"'{PublicAddress}' is no http or https address without query, such as http://sandbox:8080.", [nameof(PublicAddress)]);
        }
    }
}
