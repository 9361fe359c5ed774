namespace MockMessaging.Http;

/// <summary>Host names that settings beside AllowedHosts let in.</summary>
internal sealed record HostNames(Func<string, bool> Hold);
