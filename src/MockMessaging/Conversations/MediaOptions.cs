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

    /// <summary>
    /// True: the server fetches the media links of a message after message/send has returned, and the message fails with error 131053 if a link does not give a file.
    /// <c>Webhooks:AllowedTargets</c> and the timeouts of <c>Webhooks</c> apply. Default false.
    /// </summary>
    public bool FetchOutbound { get; set; }

    /// <summary>Bytes of a file that is fetched; a larger one makes the message fail. Default 104,857,600 (100 MiB), 1,024 to 1,000,000,000.</summary>
    [Range(1_024, 1_000_000_000)]
    public int MaxFetchBytes { get; set; } = 104_857_600;

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
