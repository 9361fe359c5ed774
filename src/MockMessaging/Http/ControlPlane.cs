namespace MockMessaging.Http;

/// <summary>Tells calls of the control plane from calls of the API.</summary>
internal static class ControlPlane
{
    public static bool Owns(HttpRequest request) => request.Path.StartsWithSegments("/_sandbox", StringComparison.OrdinalIgnoreCase);
}
