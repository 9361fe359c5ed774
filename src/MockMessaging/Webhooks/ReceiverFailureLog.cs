using MockMessaging.Http;
using MockMessaging.Ids;
using MockMessaging.State;
using MockMessaging.Workspaces;

namespace MockMessaging.Webhooks;

/// <summary>
/// Logs when the pushes of a client app begin to fail, and when they succeed again. No app gets more than one line in ten seconds: a dead
/// receiver fails a hundred thousand pushes, and another one may fail every second push.
/// </summary>
internal sealed partial class ReceiverFailureLog(Workspace workspace, TimeProvider host, ILogger log)
{
    private readonly Lock _gate = new();
    private Dictionary<object, FailingApp>? _byApp;

    public void Note(Push push, PushAttempt attempt)
    {
        if (attempt.Succeeded && _byApp is null)
        {
            return;
        }

        lock (_gate)
        {
            if (attempt.Succeeded)
            {
                Succeeded(push);
            }
            else
            {
                Failed(push, attempt.Cause!);
            }
        }
    }

    private void Failed(Push push, string cause)
    {
        // contact/info requests belong to no app and count as an app of their own.
        var owner = (object?)push.App ?? this;
        _byApp ??= [];
        if (!_byApp.TryGetValue(owner, out var failing))
        {
            _byApp.Add(owner, failing = new FailingApp(new LogThrottle(host)));
        }

        failing.Failures++;
        Attempt(log, push.Id, workspace.Name, cause);
        if (!failing.IsReported && failing.Throttle.Allows(out _))
        {
            failing.IsReported = true;
            Begins(log, workspace.Name, push.App?.Queue, ShownUrl.Of(push.Url), cause);
        }
    }

    private void Succeeded(Push push)
    {
        if (_byApp!.TryGetValue((object?)push.App ?? this, out var failing) && failing.IsReported)
        {
            failing.IsReported = false;
            Ends(log, workspace.Name, push.App?.Queue, ShownUrl.Of(push.Url), failing.Failures);
            failing.Failures = 0;
        }
    }

    [LoggerMessage(Level = LogLevel.Debug, Message = "Push {Push} of workspace {Workspace} failed. {Cause}")]
    private static partial void Attempt(ILogger log, ObjectId push, string workspace, string cause);

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "Pushes of workspace {Workspace}, client app {App}, to {Url} fail. {Cause} GET /_sandbox/webhooks lists them; the next line about them comes when they get through.")]
    private static partial void Begins(ILogger log, string workspace, string? app, string url, string cause);

    [LoggerMessage(Level = LogLevel.Information, Message = "Pushes of workspace {Workspace}, client app {App}, to {Url} get through again, after {Failures} failed attempts.")]
    private static partial void Ends(ILogger log, string workspace, string? app, string url, int failures);

    private sealed class FailingApp(LogThrottle throttle)
    {
        public LogThrottle Throttle => throttle;

        public bool IsReported { get; set; }

        public int Failures { get; set; }
    }
}
