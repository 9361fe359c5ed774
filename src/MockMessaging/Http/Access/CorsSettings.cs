using System.ComponentModel.DataAnnotations;

namespace MockMessaging.Http;

/// <summary>Browser access from web pages of other origins. Section <c>Cors</c>.</summary>
public sealed class CorsSettings : IValidatableObject
{
    internal const string Any = "*";

    /// <summary>The origin that browsers send for a page opened from a file.</summary>
    private const string OfFiles = "null";

    /// <summary>
    /// Origins whose pages may call every route, <c>/_sandbox</c> too, such as <c>http://localhost:3000</c>; <c>*</c> for all.
    /// <c>message/send</c> is open to every origin, as in production. Default: none.
    /// </summary>
    public IList<string> Origins { get; } = [];

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext) =>
        Origins.Where(origin => origin is not (Any or OfFiles) && !IsOrigin(origin)).Select(origin =>
            new ValidationResult($"'{origin}' is not an origin; give only scheme, host and port, such as http://localhost:3000, or * for all.", [nameof(Origins)]));

    private static bool IsOrigin(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Host.Length > 0
        && text.Equals($"{url.Scheme}://{url.Authority}", StringComparison.OrdinalIgnoreCase);
}
