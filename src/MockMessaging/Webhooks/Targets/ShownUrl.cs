namespace MockMessaging.Webhooks;

/// <summary>What of a registered URL may stand in logs and traces: no login and no query, where secrets are.</summary>
internal static class ShownUrl
{
    private const int Longest = 500;

    public static string Of(string url) => WebhookUrl.Of(url).Url is { } parsed ? Cut($"{parsed.Scheme}://{parsed.Authority}{parsed.AbsolutePath}") : "(no http or https URL)";

    private static string Cut(string url) => url.Length <= Longest ? url : url[..Longest] + "…";
}
