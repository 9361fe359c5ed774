using System.Diagnostics.Metrics;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace MockMessaging.Telemetry;

/// <summary>
/// The only user of OpenTelemetry, so that it is loaded only if telemetry is on. OpenTelemetry reads its own settings, such as sampler and resource
/// attributes, from the same configuration as the server.
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
            builder = exporter == ExporterSelection.Otlp ? builder.AddOtlpExporter(options => ApplyOtlp(configuration, "TRACES", options)) : builder.AddConsoleExporter();
        }

        return builder.Build();
    }

    public static IDisposable Metrics(IConfiguration configuration, IEnumerable<string> exporters, IMeterFactory own)
    {
        var builder = Sdk.CreateMeterProviderBuilder()
            .ConfigureServices(services => services.AddSingleton(configuration))
            .SetResourceBuilder(Resource())
            .AddMeter(Instruments.MeterName, "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "System.Runtime")

            // Meters are found by name in the whole process; other servers in it have meters with the same names.
            .AddView(instrument => instrument.Meter.Scope is null || instrument.Meter.Scope == own ? null : MetricStreamConfiguration.Drop);
        foreach (var exporter in exporters)
        {
            builder = exporter == ExporterSelection.Otlp ? builder.AddOtlpExporter(options => ApplyOtlp(configuration, "METRICS", options)) : builder.AddConsoleExporter();
        }

        return builder.Build();
    }

    /// <summary>Environment variables come last, so they have priority.</summary>
    private static ResourceBuilder Resource() =>
        ResourceBuilder.CreateEmpty().AddService(ServiceName, serviceVersion: typeof(Collectors).Assembly.GetName().Version?.ToString(3)).AddTelemetrySdk().AddEnvironmentVariableDetector();

    /// <summary>Variables for one signal, such as <c>OTEL_EXPORTER_OTLP_TRACES_ENDPOINT</c>; the exporter itself reads only those for both signals.</summary>
    private static void ApplyOtlp(IConfiguration configuration, string signal, OtlpExporterOptions options)
    {
        if (Uri.TryCreate(Value("ENDPOINT"), UriKind.Absolute, out var endpoint))
        {
            options.Endpoint = endpoint;
        }

        if (Value("PROTOCOL") is { } protocol)
        {
            options.Protocol = protocol == "grpc" ? OtlpExportProtocol.Grpc : OtlpExportProtocol.HttpProtobuf;
        }

        if (int.TryParse(Value("TIMEOUT"), out var milliseconds))
        {
            options.TimeoutMilliseconds = milliseconds;
        }

        options.Headers = Value("HEADERS") ?? options.Headers;

        string? Value(string name) => configuration[$"OTEL_EXPORTER_OTLP_{signal}_{name}"] is { Length: > 0 } value ? value : null;
    }
}
