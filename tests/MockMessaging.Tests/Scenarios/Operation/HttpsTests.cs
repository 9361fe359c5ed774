using System.Net;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.Options;
using MockMessaging.Tests.Client;
using MockMessaging.Tests.Crashes;
using Xunit;

namespace MockMessaging.Tests.Scenarios.Operation;

/// <summary>The server speaks https with a certificate of its own making, or with one it is given.</summary>
public sealed class HttpsTests : IDisposable
{
    private const string BothUrls = "http://127.0.0.1:0;https://127.0.0.1:0";

    private readonly string _folder = Directory.CreateTempSubdirectory("mock-messaging-").FullName;

    private static CancellationToken Cancelled => TestWorkspace.Cancelled;

    [Fact]
    public async Task Server_in_the_same_process_is_used_by_https_as_by_http()
    {
        await using var sandbox = await MockServer.StartAsync(
            options =>
            {
                options.Url = "https://127.0.0.1:0";
                options.Https.SelfSigned = true;
            },
            Cancelled);

        var other = await sandbox.CreateWorkspaceAsync();
        var fork = await other.ForkAsync(cancellationToken: Cancelled);
        var sent = await fork.Messages.SendAsync(Some.Text(), Cancelled);

        Assert.Equal("https", sandbox.BaseAddress.Scheme);
        Assert.Equal(sent.Id, Assert.Single((await fork.Messages.ListAsync(cancellationToken: Cancelled)).Messages).Id);
        Assert.False(sandbox.Certificate!.HasPrivateKey);
        await Assert.ThrowsAsync<HttpRequestException>(() => new SandboxProbe(null).GetAsync(new Uri(sandbox.BaseAddress, "/healthz/live")));
    }

    [Fact]
    public async Task Client_that_trusts_only_the_downloaded_certificate_reaches_api_and_media()
    {
        await using var server = await MockServer.StartAsync(("urls", BothUrls), ("Https:SelfSigned", "true"), ("Https:Names:0", "sandbox.test"));
        var workspace = new TestWorkspace(server.BaseAddress, "mine");
        var pem = await new SandboxProbe(null).GetAsync(new Uri(server.BaseAddress, "/_sandbox/certificate"));
        var pushed = (await workspace.CustomerWritesAsync(System.Text.Json.Nodes.JsonNode.Parse("""{"type":"image"}""")))["message"]!["attachments"]![0]!;
        var link = new Uri((string)pushed["linkSecure"]!);

        using var certificate = X509Certificate2.CreateFromPem(pem);
        var probe = new SandboxProbe(certificate);

        Assert.Equal("http", server.BaseAddress.Scheme);
        Assert.Equal(("https", false), (link.Scheme, link.Port == server.BaseAddress.Port));
        Assert.NotEmpty(await probe.GetAsync(link));
        Assert.Equal("", await probe.GetAsync(new Uri(link, "/healthz/live"), "sandbox.test"));
        Assert.True(certificate.MatchesHostname("host.docker.internal"));
        Assert.False(certificate.MatchesHostname("example.com"));
    }

    [Fact]
    public async Task Certificate_needs_neither_key_nor_token()
    {
        await using var server = await MockServer.StartAsync(("urls", BothUrls), ("Https:SelfSigned", "true"), ("Control:Token", "secret"), ("Auth:Keys:0", "mine"));
        await using var plain = await MockServer.StartAsync();
        await using var closed = await MockServer.StartAsync(("urls", BothUrls), ("Https:SelfSigned", "true"), ("Control:Enabled", "false"));

        (await new TestWorkspace(server.BaseAddress, null).RawCallAsync(HttpMethod.Get, "/_sandbox/workspace")).Is(HttpStatusCode.Unauthorized);
        Assert.StartsWith("-----BEGIN CERTIFICATE-----", await new SandboxProbe(null).GetAsync(new Uri(server.BaseAddress, "/_sandbox/certificate")), StringComparison.Ordinal);
        Assert.Contains("Https:SelfSigned", (await new TestWorkspace(plain.BaseAddress, null).RawCallAsync(HttpMethod.Get, "/_sandbox/certificate")).Is(HttpStatusCode.NotFound).Text, StringComparison.Ordinal);
        (await new TestWorkspace(closed.BaseAddress, null).RawCallAsync(HttpMethod.Get, "/_sandbox/certificate")).Is(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Certificate_of_the_users_own_comes_from_kestrels_settings()
    {
        using var made = new Http.SelfSignedCertificate(new Http.HttpsOptions(), TimeProvider.System);
        var (path, keyPath) = (Path.Combine(_folder, "own.pem"), Path.Combine(_folder, "own.key"));
        await File.WriteAllTextAsync(path, made.Pem, Cancelled);
        await File.WriteAllTextAsync(keyPath, made.Certificate.GetECDsaPrivateKey()!.ExportPkcs8PrivateKeyPem(), Cancelled);

        await using var server = await MockServer.StartAsync(
            ("urls", "https://127.0.0.1:0"), ("Kestrel:Certificates:Default:Path", path), ("Kestrel:Certificates:Default:KeyPath", keyPath));

        Assert.Equal("", await new SandboxProbe(made.Certificate).GetAsync(new Uri(server.BaseAddress, "/healthz/live")));
        Assert.Null(server.Certificate);
    }

    [Theory]
    [InlineData("Https:SelfSigned: no address begins with https://; add one, as in --urls", "urls", "http://127.0.0.1:0")]
    [InlineData("Https:SelfSigned: Kestrel:Certificates:Default sets a certificate, too", "Kestrel:Certificates:Default:Path", "own.pem")]
    [InlineData("Https:Names: 'https://sandbox' is not a host name or IP address", "Https:Names:0", "https://sandbox")]
    public async Task Settings_that_do_not_fit_are_refused(string problem, string name, string value)
    {
        var refusal = await Assert.ThrowsAsync<OptionsValidationException>(() => MockServer.StartAsync(("urls", BothUrls), ("Https:SelfSigned", "true"), (name, value)));

        Assert.StartsWith(problem, Assert.Single(refusal.Failures), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Server_without_https_address_does_not_load_the_library_for_it()
    {
        const string Library = "libSystem.Security.Cryptography.Native.OpenSsl";
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux lists the libraries of a process as files.");
        await using var plain = await RealServer.StartAsync(_folder);
        var withHttps = Directory.CreateDirectory(Path.Combine(_folder, "https")).FullName;
        await using var https = await RealServer.StartAsync(withHttps, "--urls", BothUrls, "--Https:SelfSigned=true");

        Assert.DoesNotContain(Library, plain.Libraries, StringComparison.Ordinal);
        Assert.Contains(Library, https.Libraries, StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    /// <summary>A client that trusts one certificate only; without one, those of the machine.</summary>
    private sealed class SandboxProbe(X509Certificate2? trusted)
    {
        public async Task<string> GetAsync(Uri url, string? host = null)
        {
            var policy = new X509ChainPolicy { RevocationMode = X509RevocationMode.NoCheck };
            if (trusted is not null)
            {
                policy.TrustMode = X509ChainTrustMode.CustomRootTrust;
                policy.CustomTrustStore.Add(trusted);
            }

            using var client = new HttpClient(new SocketsHttpHandler { SslOptions = new SslClientAuthenticationOptions { CertificateChainPolicy = policy } });
            using var request = new HttpRequestMessage(HttpMethod.Get, url);
            request.Headers.Host = host;
            using var response = await client.SendAsync(request, Cancelled);
            return await response.EnsureSuccessStatusCode().Content.ReadAsStringAsync(Cancelled);
        }
    }
}
