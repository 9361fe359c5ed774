using System.Diagnostics.Metrics;

namespace MockMessaging.Telemetry;

/// <summary>What one server counts, in the meter <c>MockMessaging</c>. While nobody listens, nothing is counted.</summary>
internal sealed class Instruments
{
    public const string MeterName = "MockMessaging";

    private readonly Meter _meter;

    public Instruments(IMeterFactory meters)
    {
        _meter = meters.Create(MeterName);
        Accepted = _meter.CreateCounter<long>("mock_messaging.messages.accepted", "{message}", "Messages accepted by message/send.");
        Received = _meter.CreateCounter<long>("mock_messaging.messages.received", "{message}", "Messages written by simulated customers.");
        Statuses = _meter.CreateCounter<long>("mock_messaging.statuses", "{status}", "Statuses that messages took.");
        Pushes = _meter.CreateHistogram<double>("mock_messaging.push.duration", "s", "Attempts at pushes, by result.");
        Refusals = _meter.CreateCounter<long>("mock_messaging.refusals", "{call}", "Calls refused, by status key.");
    }

    public Counter<long> Accepted { get; }

    public Counter<long> Received { get; }

    public Counter<long> Statuses { get; }

    public Histogram<double> Pushes { get; }

    public Counter<long> Refusals { get; }

    /// <summary>Shows a number that is only looked up when somebody asks.</summary>
    public void Watch(string name, string unit, string description, Func<long> read) => _meter.CreateObservableGauge(name, read, unit, description);
}
