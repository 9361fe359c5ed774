namespace MockMessaging.Telemetry;

/// <summary>What is to be exported, and how, by OpenTelemetry's usual variables.</summary>
/// <param name="Traces">Exporters of traces; none for no traces.</param>
/// <param name="Metrics">Exporters of metrics; none for no metrics.</param>
internal sealed record ExporterSelection(IReadOnlyList<string> Traces, IReadOnlyList<string> Metrics)
{
    public const string Otlp = "otlp";
    public const string Console = "console";

    private const string None = "none";

    /// <summary>Exporters asked for that are none of this server's.</summary>
    public IEnumerable<string> Unknown => Traces.Concat(Metrics).Except([Otlp, Console]);

    public bool IsAnything => Traces.Count + Metrics.Count > 0;

    public static ExporterSelection Of(IConfiguration configuration) =>
        bool.TryParse(configuration["OTEL_SDK_DISABLED"], out var disabled) && disabled
            ? new ExporterSelection([], [])
            : new ExporterSelection(
                Exporters(configuration, "OTEL_TRACES_EXPORTER", "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT"),
                Exporters(configuration, "OTEL_METRICS_EXPORTER", "OTEL_EXPORTER_OTLP_METRICS_ENDPOINT"));

    /// <summary>Those named; where none is, an address to send to says enough.</summary>
    private static IReadOnlyList<string> Exporters(IConfiguration configuration, string names, string endpoint) =>
        configuration[names] is { Length: > 0 } named
            ? [.. named.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(name => name.ToLowerInvariant()).Except([None]).Distinct()]
            : string.IsNullOrEmpty(configuration[endpoint]) && string.IsNullOrEmpty(configuration["OTEL_EXPORTER_OTLP_ENDPOINT"]) ? [] : [Otlp];
}
