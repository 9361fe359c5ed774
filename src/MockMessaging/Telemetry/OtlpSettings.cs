using OpenTelemetry.Exporter;

namespace MockMessaging.Telemetry;

/// <summary>The variables that are meant for one signal only, such as <c>OTEL_EXPORTER_OTLP_TRACES_ENDPOINT</c>; the common ones the exporter reads by itself.</summary>
internal static class OtlpSettings
{
    public static void Apply(IConfiguration configuration, string signal, OtlpExporterOptions options)
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
