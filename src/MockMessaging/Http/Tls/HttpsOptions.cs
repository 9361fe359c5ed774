using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Primitives;

namespace MockMessaging.Http;

/// <summary>A certificate for the addresses that begin with <c>https://</c>. Section <c>Https</c>.</summary>
public sealed class HttpsOptions : IValidatableObject
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

    /// <summary>True for a host name of the certificate that only its owner can have set.</summary>
    internal bool Hold(string host) => Names.Count > 0 && HostString.MatchesAny(host, [.. Names.Select(name => new StringSegment(name))]);

    /// <summary>What is wrong with the certificate in view of the other settings.</summary>
    internal static IEnumerable<string> Problems(IConfiguration configuration)
    {
        if (!Wants(configuration))
        {
            yield break;
        }

        if (!ListenAddresses.IncludeHttps(configuration))
        {
            yield return "Https:SelfSigned: no address begins with https://; add one, as in --urls \"http://localhost:8080;https://localhost:8443\", or set ASPNETCORE_HTTPS_PORTS.";
        }

        if (configuration.GetSection("Kestrel:Certificates:Default").GetChildren().Any())
        {
            yield return "Https:SelfSigned: Kestrel:Certificates:Default sets a certificate, too; remove one of the two.";
        }
    }

    /// <summary>Read from the configuration, for the time before the options are bound.</summary>
    internal static bool Wants(IConfiguration configuration) => bool.TryParse(configuration["Https:SelfSigned"], out var wanted) && wanted;
}
