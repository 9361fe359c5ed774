using System.Diagnostics;

namespace MockMessaging.Telemetry;

/// <summary>Starts the spans of one server; none while nobody collects them.</summary>
internal sealed class Tracing : IDisposable
{
    private const string Name = "MockMessaging";

    private static int _opened;

    private ActivitySource? _source;

    /// <summary>The current span of this server; null if spans are not collected.</summary>
    public static Activity? Current => Activity.Current is { } span && span.Source.Name.StartsWith(Name, StringComparison.Ordinal) ? span : null;

    public bool IsOn => _source is not null;

    /// <summary>Makes spans from now on. Collectors find sources by name in the whole process, so a second server in it has another name.</summary>
    /// <returns>The name of the source.</returns>
    public string Open()
    {
        var number = Interlocked.Increment(ref _opened);
        _source = new ActivitySource(number == 1 ? Name : $"{Name}.{number}");
        return _source.Name;
    }

    /// <summary>Starts a span; without a parent, a new trace.</summary>
    public Activity? Start(string name, ActivityKind kind, ActivityContext parent)
    {
        if (_source is null)
        {
            return null;
        }

        // The current span is one of ASP.NET Core. It is not collected, so it must not become the parent.
        Activity.Current = null;
        return _source.StartActivity(name, kind, parent);
    }

    public void Dispose() => _source?.Dispose();
}
