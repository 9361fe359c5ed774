using Microsoft.Extensions.Primitives;

namespace MockMessaging.Http;

public sealed partial class HttpsOptions
{
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
