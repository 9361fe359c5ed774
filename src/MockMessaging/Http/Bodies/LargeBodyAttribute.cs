namespace MockMessaging.Http;

/// <summary>Marks routes whose bodies may be as large as the server takes at all.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class LargeBodyAttribute : Attribute
{
    /// <summary>Largest body of such a route, in bytes: what Kestrel takes by itself.</summary>
    public const int MaxBytes = 30_000_000;
}
