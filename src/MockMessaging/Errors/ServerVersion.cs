namespace MockMessaging.Errors;

/// <summary>The build of the vendor's service this server stands in for; its document carries the same stamp.</summary>
internal static class ServerVersion
{
    public const string Stamp = "2024-11-19 14:31 UTC";
}
