using MockMessaging.Authentication;
using MockMessaging.Control;
using MockMessaging.Fidelity;
using MockMessaging.Storage;

namespace MockMessaging;

/// <summary>The line of the log for whoever starts the server: where it is, and how it is set up. No key and no token is in it.</summary>
internal static class StartNotice
{
    public static void AnnounceStart(this WebApplication app) => app.Lifetime.ApplicationStarted.Register(() => app.Logger.LogInformation(
        "MockMessaging has started. URL: {Url}. Swagger UI: {Swagger}. Storage: {Storage}. Keys: {Keys}. Control plane: {Control}. Fidelity: {Fidelity}.",
        string.Join(", ", app.Urls.Select(Reachable)),
        string.Join(", ", app.Urls.Select(url => Reachable(url) + "/swagger")),
        Of(app.Services.GetRequiredService<StorageOptions>()),
        Of(app.Services.GetRequiredService<AuthOptions>()),
        Of(app.Services.GetRequiredService<ControlOptions>()),
        app.Services.GetRequiredService<FidelityOptions>().Fidelity));

    /// <summary>Names what may be a misspelt setting and may as well be another program's variable.</summary>
    public static void WarnOfDoubtfulSettings(this WebApplication app)
    {
        // Once it has started, since nobody need wait for it.
        app.Lifetime.ApplicationStarted.Register(() =>
        {
            foreach (var doubt in SettingSpelling.Doubts(app.Configuration, SettingSpelling.Variables()))
            {
                app.Logger.LogWarning("{Doubt}", doubt);
            }
        });
    }

    /// <summary>All addresses of the machine are written as one that a browser takes.</summary>
    private static string Reachable(string url) => url.Replace("//[::]", "//localhost", StringComparison.Ordinal).Replace("//0.0.0.0", "//localhost", StringComparison.Ordinal);

    private static string Of(StorageOptions storage) =>
        storage.Path == StorageOptions.InMemory ? "in memory, forgotten when it stops" : $"{Path.GetFullPath(storage.Path)} ({storage.Durability})";

    private static string Of(AuthOptions auth) =>
        (auth.Keys.Count == 0 ? "every key opens a workspace" : $"only the {auth.Keys.Count} of Auth:Keys")
        + (auth.Tenants.Count == 0 ? "" : $", with one of {auth.Tenants.Count} tenants");

    private static string Of(ControlOptions control) =>
        !control.Enabled ? "off" : string.IsNullOrEmpty(control.Token) ? "/_sandbox, open to all" : "/_sandbox, with the token of Control:Token";
}
