using MockMessaging.Authentication;
using MockMessaging.Control;
using MockMessaging.Fidelity;
using MockMessaging.Http;
using MockMessaging.Storage;

namespace MockMessaging;

/// <summary>Logs addresses and settings at the start, without keys and tokens.</summary>
internal static class StartNotice
{
    public static void AnnounceStart(this WebApplication app) => app.Lifetime.ApplicationStarted.Register(() =>
    {
        AnnounceServer(app);
        if (app.Services.GetRequiredService<HttpsOptions>().SelfSigned)
        {
            AnnounceCertificate(app);
        }
    });

    private static void AnnounceServer(WebApplication app) => app.Logger.LogInformation(
        "MockMessaging has started. URL: {Url}. Swagger UI: {Swagger}. Storage: {Storage}. Keys: {Keys}. Control plane: {Control}. Fidelity: {Fidelity}.",
        string.Join(", ", AddressesOf(app)),
        string.Join(", ", AddressesOf(app).Select(static address => address + "/swagger")),
        app.Services.GetRequiredService<IStoreStatus>().Place,
        Of(app.Services.GetRequiredService<AuthOptions>()),
        Of(app.Services.GetRequiredService<ControlOptions>()),
        app.Services.GetRequiredService<FidelityOptions>().Fidelity);

    private static void AnnounceCertificate(WebApplication app)
    {
        var certificate = app.Services.GetRequiredService<SelfSignedCertificate>();
        app.Logger.LogInformation(
            "Self-signed certificate for {Names}. SHA-256 fingerprint: {Fingerprint}. To download it: {Download}",
            string.Join(", ", certificate.Names),
            certificate.Fingerprint,
            AddressesOf(app)[0] + "/_sandbox/certificate");
    }

    private static IReadOnlyList<string> AddressesOf(WebApplication app) => app.Services.GetRequiredService<ServerAddresses>().Local;

    /// <summary>Logs names that may be misspelt settings, or variables of other programs.</summary>
    public static void WarnOfDoubtfulSettings(this WebApplication app)
    {
        // After the start, to keep the start fast.
        app.Lifetime.ApplicationStarted.Register(() =>
        {
            foreach (var doubt in SettingSpelling.Doubts(app.Configuration, SettingSpelling.Variables()))
            {
                app.Logger.LogWarning("{Doubt}", doubt);
            }
        });
    }

    private static string Of(AuthOptions auth) =>
        (auth.Keys.Count == 0 ? "every key is accepted" : $"only the {auth.Keys.Count} keys of Auth:Keys")
        + (auth.Tenants.Count == 0 ? "" : $", with one of {auth.Tenants.Count} tenants");

    private static string Of(ControlOptions control) =>
        !control.Enabled ? "off" : string.IsNullOrEmpty(control.Token) ? "/_sandbox, without token" : "/_sandbox, with the token of Control:Token";
}
