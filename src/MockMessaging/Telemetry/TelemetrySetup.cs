namespace MockMessaging.Telemetry;

internal static class TelemetrySetup
{
    public static IServiceCollection AddTelemetry(this IServiceCollection services)
    {
        services.AddSingleton<Tracing>();
        services.AddSingleton<Instruments>();
        services.AddHostedService<TelemetryHost>();
        return services;
    }
}
