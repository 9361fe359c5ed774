namespace MockMessaging.Webhooks;

/// <summary>Webhooks:AllowedTargets does not let this server call a host. The addresses are left out: names of a private network are nobody's business.</summary>
internal sealed class TargetDeniedException(string host) : Exception(
    $"This server may not call '{host}' (Webhooks:AllowedTargets); register a receiver it may call, or ask whoever runs it to allow this one.");
