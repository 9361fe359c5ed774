namespace MockMessaging.Faults;

internal static class FaultsSetup
{
    public static IApplicationBuilder UseApiFaults(this IApplicationBuilder app) => app.UseMiddleware<ApiFaultMiddleware>();
}
