using System.Diagnostics.Metrics;

namespace MockMessaging.Telemetry;

/// <summary>Metrics of one server, in the meter <c>MockMessaging</c>. Nothing is counted without a listener.</summary>
internal sealed class Instruments
{
    public const string MeterName = "MockMessaging";

    private readonly Meter _meter;

    public Instruments(IMeterFactory meters)
    {
        _meter = meters.Create(MeterName);
        Accepted = _meter.CreateCounter<long>("mock_messaging.messages.accepted", "{message}", "Messages accepted by message/send.");
        Received = _meter.CreateCounter<long>("mock_messaging.messages.received", "{message}", "Messages from simulated customers.");
        Statuses = _meter.CreateCounter<long>("mock_messaging.statuses", "{status}", "Status changes of messages.");
        Pushes = _meter.CreateHistogram<double>("mock_messaging.push.duration", "s", "Push attempts by result.");
        Refusals = _meter.CreateCounter<long>("mock_messaging.refusals", "{call}", "Refused requests by status key.");
    }

    public Counter<long> Accepted { get; }

    public Counter<long> Received { get; }

    public Counter<long> Statuses { get; }

    public Histogram<double> Pushes { get; }

    public Counter<long> Refusals { get; }

    /// <summary>Adds a number that is read only when metrics are collected.</summary>
    public void Watch(string name, string unit, string description, Func<long> read) => _meter.CreateObservableGauge(name, read, unit, description);
}
