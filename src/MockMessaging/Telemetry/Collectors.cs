using System.Diagnostics.Metrics;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace MockMessaging.Telemetry;

/// <summary>
/// Apart from everything else, so that nothing of OpenTelemetry is loaded where nobody asks for it. Its own settings, such as sampler and
/// resource attributes, it reads from the same configuration as the server.
/// </summary>
internal static class Collectors
{
    private const string ServiceName = "mock-messaging";

    public static IDisposable Traces(IConfiguration configuration, IEnumerable<string> exporters, string source)
    {
        var builder = Sdk.CreateTracerProviderBuilder()
            .ConfigureServices(services => services.AddSingleton(configuration))
            .SetResourceBuilder(Resource())
            .AddSource(source);
        foreach (var exporter in exporters)
        {
            builder = exporter == ExporterSelection.Otlp ? builder.AddOtlpExporter(options => OtlpSettings.Apply(configuration, "TRACES", options)) : builder.AddConsoleExporter();
        }

        return builder.Build();
    }

    public static IDisposable Metrics(IConfiguration configuration, IEnumerable<string> exporters, IMeterFactory own)
    {
        var builder = Sdk.CreateMeterProviderBuilder()
            .ConfigureServices(services => services.AddSingleton(configuration))
            .SetResourceBuilder(Resource())
            .AddMeter(Instruments.MeterName, "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "System.Runtime")

            // Meters are listened to by name in the whole process, where other servers may have some of the same name.
            .AddView(instrument => instrument.Meter.Scope is null || instrument.Meter.Scope == own ? null : MetricStreamConfiguration.Drop);
        foreach (var exporter in exporters)
        {
            builder = exporter == ExporterSelection.Otlp ? builder.AddOtlpExporter(options => OtlpSettings.Apply(configuration, "METRICS", options)) : builder.AddConsoleExporter();
        }

        return builder.Build();
    }

    /// <summary>The variables come last, so that they win.</summary>
    private static ResourceBuilder Resource() =>
        ResourceBuilder.CreateEmpty().AddService(ServiceName, serviceVersion: typeof(Collectors).Assembly.GetName().Version?.ToString(3)).AddTelemetrySdk().AddEnvironmentVariableDetector();
}
