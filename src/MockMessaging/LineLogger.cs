namespace MockMessaging;

/// <summary>Passes the log line by line to an action.</summary>
internal sealed class LineLogger(Action<string> writeLine) : ILoggerProvider
{
    public ILogger CreateLogger(string categoryName) => new Category(categoryName, writeLine);

    public void Dispose()
    {
    }

    private sealed class Category(string name, Action<string> writeLine) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel != LogLevel.None;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            var line = $"{logLevel} {name}: {formatter(state, exception)}";
            writeLine(exception is null ? line : $"{line} {exception}");
        }
    }
}
