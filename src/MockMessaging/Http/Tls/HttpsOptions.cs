using System.ComponentModel.DataAnnotations;

namespace MockMessaging.Http;

/// <summary>A certificate for the addresses that begin with <c>https://</c>. Section <c>Https</c>.</summary>
public sealed partial class HttpsOptions : IValidatableObject
{
    /// <summary>
    /// True makes a self-signed certificate at each start. It is for <c>localhost</c>, <c>127.0.0.1</c>, <c>::1</c>, <c>host.docker.internal</c>, the host name of the
    /// machine and <c>Https:Names</c>. The log has its fingerprint, and <c>GET /_sandbox/certificate</c> returns it. If no address is set, the server then listens on
    /// <c>https://localhost:8443</c> too. Default false.
    /// </summary>
    public bool SelfSigned { get; set; }

    /// <summary>Further host names and IP addresses for the self-signed certificate, such as <c>sandbox</c> or <c>*.example.com</c>. Default: none.</summary>
    public IList<string> Names { get; } = [];

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext) =>
        Names.Where(name => Uri.CheckHostName(name.StartsWith("*.", StringComparison.Ordinal) ? name[2..] : name) == UriHostNameType.Unknown).Select(name =>
            new ValidationResult($"'{name}' is not a host name or IP address; leave out scheme and port.", [nameof(Names)]));
}
