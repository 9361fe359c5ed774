using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace MockMessaging.Http;

/// <summary>The certificate that the server makes for itself, when an https address needs it.</summary>
internal sealed class SelfSignedCertificate(HttpsOptions options, TimeProvider host) : IDisposable
{
    private const string ServerAuthentication = "1.3.6.1.5.5.7.3.1";

    /// <summary>Apple's systems accept at most 825 days.</summary>
    private static readonly TimeSpan Validity = TimeSpan.FromDays(365);

    /// <summary>For clients whose clock is behind.</summary>
    private static readonly TimeSpan Leeway = TimeSpan.FromDays(1);

    private readonly Lock _making = new();
    private X509Certificate2? _made;

    /// <summary>With its private key.</summary>
    public X509Certificate2 Certificate
    {
        get
        {
            lock (_making)
            {
                return _made ??= Make();
            }
        }
    }

    /// <summary>Without the private key.</summary>
    public string Pem => Certificate.ExportCertificatePem() + "\n";

    /// <summary>SHA-256, as <c>openssl x509 -fingerprint -sha256</c> prints it.</summary>
    public string Fingerprint => string.Join(':', Certificate.GetCertHash(HashAlgorithmName.SHA256).Select(part => part.ToString("X2", null)));

    public IReadOnlyList<string> Names { get; } =
        [.. new[] { "localhost", "127.0.0.1", "::1", "host.docker.internal", MachineName() }.Concat(options.Names).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase)];

    public void Dispose() => _made?.Dispose();

    private X509Certificate2 Make()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=MockMessaging", key, HashAlgorithmName.SHA256);

        // Not a certificate authority: whoever trusts it trusts this server only.
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: false, hasPathLengthConstraint: false, 0, critical: true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature, critical: true));
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid(ServerAuthentication)], critical: false));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, critical: false));
        request.CertificateExtensions.Add(AlternativeNames());
        var now = host.GetUtcNow();
        var made = request.CreateSelfSigned(now - Leeway, now + Validity);
        if (!OperatingSystem.IsWindows())
        {
            return made;
        }

        // Windows uses only keys that it has imported for TLS.
        using (made)
        {
            return X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pfx), null);
        }
    }

    private X509Extension AlternativeNames()
    {
        var names = new SubjectAlternativeNameBuilder();
        foreach (var name in Names)
        {
            if (IPAddress.TryParse(name, out var address))
            {
                names.AddIpAddress(address);
            }
            else
            {
                names.AddDnsName(name);
            }
        }

        return names.Build();
    }

    /// <summary>Null if it cannot be a host name.</summary>
    private static string? MachineName() => Uri.CheckHostName(Environment.MachineName) == UriHostNameType.Dns ? Environment.MachineName : null;
}
