using System.Diagnostics.Metrics;

namespace MockMessaging.Telemetry;

/// <summary>Has traces and metrics collected while the server runs, where its settings ask for it. The first to start and the last to stop.</summary>
internal sealed class TelemetryHost(IConfiguration configuration, Tracing tracing, IMeterFactory meters, ILogger<TelemetryHost> log) : IHostedService, IDisposable
{
    private readonly List<IDisposable> _collectors = [];

    public Task StartAsync(CancellationToken cancellationToken)
    {
        var wishes = ExporterSelection.Of(configuration);
        if (wishes.IsAnything)
        {
            Collect(wishes);
        }

        return Task.CompletedTask;
    }

    /// <summary>Sends what is left.</summary>
    public Task StopAsync(CancellationToken cancellationToken) => _collectors.Count == 0 ? Task.CompletedTask : Task.Run(Dispose, cancellationToken);

    public void Dispose()
    {
        _collectors.ForEach(collector => collector.Dispose());
        _collectors.Clear();
    }

    private void Collect(ExporterSelection wishes)
    {
        foreach (var unknown in wishes.Unknown)
        {
            log.LogWarning("OTEL_TRACES_EXPORTER or OTEL_METRICS_EXPORTER asks for '{Exporter}', which is left out; there are otlp, console and none.", unknown);
        }

        var traces = wishes.Traces.Except(wishes.Unknown).ToList();
        var metrics = wishes.Metrics.Except(wishes.Unknown).ToList();
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
