using System.Diagnostics.Metrics;

namespace MockMessaging.Telemetry;

/// <summary>Collects traces and metrics while the server runs, if settings ask for it. Starts first and stops last.</summary>
internal sealed class TelemetryHost(IConfiguration configuration, Tracing tracing, IMeterFactory meters, ILogger<TelemetryHost> log) : IHostedService, IDisposable
{
    private readonly List<IDisposable> _collectors = [];

    public Task StartAsync(CancellationToken cancellationToken)
    {
        var selection = ExporterSelection.Of(configuration);
        if (selection.IsAnything)
        {
            Collect(selection);
        }

        return Task.CompletedTask;
    }

    /// <summary>Sends what has not been sent yet.</summary>
    public Task StopAsync(CancellationToken cancellationToken) => _collectors.Count == 0 ? Task.CompletedTask : Task.Run(Dispose, cancellationToken);

    public void Dispose()
    {
        _collectors.ForEach(collector => collector.Dispose());
        _collectors.Clear();
    }

    private void Collect(ExporterSelection selection)
    {
        foreach (var unknown in selection.Unknown)
        {
            log.LogWarning("OTEL_TRACES_EXPORTER or OTEL_METRICS_EXPORTER has the unknown exporter '{Exporter}', which is ignored; use otlp, console or none.", unknown);
        }

        var traces = selection.Traces.Except(selection.Unknown).ToList();
        var metrics = selection.Metrics.Except(selection.Unknown).ToList();
        if (traces.Count > 0)
        {
            _collectors.Add(Collectors.Traces(configuration, traces, tracing.Open()));
        }

        if (metrics.Count > 0)
        {
            _collectors.Add(Collectors.Metrics(configuration, metrics, meters));
        }

        log.LogInformation("OpenTelemetry is on. Traces: {Traces}. Metrics: {Metrics}.", NamesOf(traces), NamesOf(metrics));
    }

    private static string NamesOf(List<string> exporters) => exporters.Count == 0 ? "none" : string.Join(", ", exporters);
}

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

/// <summary>The exporters that OpenTelemetry's usual variables ask for; an empty list switches that signal off.</summary>
internal sealed record ExporterSelection(IReadOnlyList<string> Traces, IReadOnlyList<string> Metrics)
{
    public const string Otlp = "otlp";
    public const string Console = "console";

    private const string None = "none";

    /// <summary>Exporters that this server does not have.</summary>
    public IEnumerable<string> Unknown => Traces.Concat(Metrics).Except([Otlp, Console]);

    public bool IsAnything => Traces.Count + Metrics.Count > 0;

    public static ExporterSelection Of(IConfiguration configuration) =>
        bool.TryParse(configuration["OTEL_SDK_DISABLED"], out var disabled) && disabled
            ? new ExporterSelection([], [])
            : new ExporterSelection(
                Exporters(configuration, "OTEL_TRACES_EXPORTER", "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT"),
                Exporters(configuration, "OTEL_METRICS_EXPORTER", "OTEL_EXPORTER_OTLP_METRICS_ENDPOINT"));

    /// <summary>The named exporters; without a name, OTLP if an endpoint is set.</summary>
    private static IReadOnlyList<string> Exporters(IConfiguration configuration, string names, string endpoint) =>
        configuration[names] is { Length: > 0 } named
            ? [.. named.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(name => name.ToLowerInvariant()).Except([None]).Distinct()]
            : string.IsNullOrEmpty(configuration[endpoint]) && string.IsNullOrEmpty(configuration["OTEL_EXPORTER_OTLP_ENDPOINT"]) ? [] : [Otlp];
}
