using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace MockMessaging.Tests;

/// <summary>Everything a server logs, with all values of each line.</summary>
public sealed class LogCapture : ILoggerProvider
{
    private readonly ConcurrentQueue<Line> _lines = new();

    /// <summary>Told of each line.</summary>
    public event Action<Line>? Told;

    public IReadOnlyList<Line> Lines => [.. _lines];

    /// <summary>Listens to a server from now on.</summary>
    internal static LogCapture Of(InProcessServer server)
    {
        var capture = new LogCapture();
        server.Services.GetRequiredService<ILoggerFactory>().AddProvider(capture);
        return capture;
    }

    public ILogger CreateLogger(string categoryName) => new Logger(this, categoryName);

    public void Dispose()
    {
    }

    public sealed record Line(LogLevel Level, string Category, string Text, string Values);

    private sealed class Logger(LogCapture capture, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull
        {
            capture._lines.Enqueue(new Line(LogLevel.None, category, state.ToString() ?? "", Values(state)));
            return null;
        }

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            var line = new Line(logLevel, category, formatter(state, exception), Values(state) + exception);
            capture._lines.Enqueue(line);
            capture.Told?.Invoke(line);
        }

        private static string Values(object? state) =>
            state is IEnumerable<KeyValuePair<string, object?>> values ? string.Join("; ", values.Select(value => $"{value.Key}={value.Value}")) : "";
    }
}
