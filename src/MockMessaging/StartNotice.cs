using MockMessaging.Authentication;
using MockMessaging.Fidelity;
using MockMessaging.Storage;

namespace MockMessaging;

/// <summary>One line of the log for whoever starts the server: where to look at it, and how it is set up.</summary>
internal static class StartNotice
{
    public static void AnnounceStart(this WebApplication app) => app.Lifetime.ApplicationStarted.Register(() =>
    {
        var keys = app.Services.GetRequiredService<AuthOptions>().Keys.Count;
        app.Logger.LogInformation(
            "MockMessaging has started. Swagger UI: {Swagger}. Data file: {Path}. Keys: {Keys}. Fidelity: {Fidelity}.",
            string.Join(", ", app.Urls.Select(url => url + "/swagger")),
            app.Services.GetRequiredService<StorageOptions>().Path,
            keys == 0 ? "every key opens a workspace" : $"only the {keys} of Auth:Keys",
            app.Services.GetRequiredService<FidelityOptions>().Fidelity);
    });
}
