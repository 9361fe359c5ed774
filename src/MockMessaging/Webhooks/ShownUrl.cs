namespace MockMessaging.Webhooks;

/// <summary>What of a registered URL may stand in logs and traces: no login and no query, where secrets are.</summary>
internal static class ShownUrl
{
    public static string Of(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var parsed) && parsed.Host.Length > 0 ? $"{parsed.Scheme}://{parsed.Authority}{parsed.AbsolutePath}" : "(no http or https URL)";

    /// <summary>A sentence that may name the URL.</summary>
    public static string In(string sentence, string url) => url.Length == 0 ? sentence : sentence.Replace(url, Of(url), StringComparison.Ordinal);
}
