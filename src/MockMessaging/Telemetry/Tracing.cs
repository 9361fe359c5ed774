using System.Diagnostics;

namespace MockMessaging.Telemetry;

/// <summary>The spans of one server. None are made until somebody collects them.</summary>
internal sealed class Tracing : IDisposable
{
    private const string Name = "MockMessaging";

    private static int _opened;

    private ActivitySource? _source;

    /// <summary>The span of ours that runs here; none where spans are not collected.</summary>
    public static Activity? Current => Activity.Current is { } span && span.Source.Name.StartsWith(Name, StringComparison.Ordinal) ? span : null;

    public bool IsOn => _source is not null;

    /// <summary>
    /// Makes spans from now on. Collectors listen by name to the whole process, so a second server in it goes by a name of its own.
    /// </summary>
    /// <returns>The name to listen to.</returns>
    public string Open()
    {
        var number = Interlocked.Increment(ref _opened);
        _source = new ActivitySource(number == 1 ? Name : $"{Name}.{number}");
        return _source.Name;
    }

    /// <summary>Starts a span below a parent, or a trace of its own.</summary>
    public Activity? Start(string name, ActivityKind kind, ActivityContext parent)
    {
        if (_source is null)
        {
            return null;
        }

        // What runs here so far is a span of the web framework, which nobody collects.
        Activity.Current = null;
        return _source.StartActivity(name, kind, parent);
    }

    public void Dispose() => _source?.Dispose();
}
