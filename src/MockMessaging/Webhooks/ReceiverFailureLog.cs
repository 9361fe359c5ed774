using MockMessaging.Http;
using MockMessaging.Ids;
using MockMessaging.State;
using MockMessaging.Workspaces;

namespace MockMessaging.Webhooks;

/// <summary>
/// Tells the log when the pushes of a client app begin to fail, and when they get through again. A dead receiver fails a hundred thousand
/// pushes, and one that fails every other push would still fill a log by turns: no app writes more than once in ten seconds.
/// </summary>
internal sealed partial class ReceiverFailureLog(Workspace workspace, TimeProvider host, ILogger log)
{
    private readonly Lock _gate = new();
    private Dictionary<object, Trouble>? _byApp;

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
        // What is for no app, the question who a contact is, counts as one of its own.
        var owner = (object?)push.App ?? this;
        _byApp ??= [];
        if (!_byApp.TryGetValue(owner, out var trouble))
        {
            _byApp.Add(owner, trouble = new Trouble(new LogThrottle(host)));
        }

        trouble.Failures++;
        Attempt(log, push.Id, workspace.Name, cause);
        if (!trouble.IsTold && trouble.Pace.Lets(out _))
        {
            trouble.IsTold = true;
            Begins(log, workspace.Name, push.App?.Queue, ShownUrl.Of(push.Url), cause);
        }
    }

    private void Succeeded(Push push)
    {
        if (_byApp!.TryGetValue((object?)push.App ?? this, out var trouble) && trouble.IsTold)
        {
            trouble.IsTold = false;
            Ends(log, workspace.Name, push.App?.Queue, ShownUrl.Of(push.Url), trouble.Failures);
            trouble.Failures = 0;
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

    private sealed class Trouble(LogThrottle pace)
    {
        public LogThrottle Pace => pace;

        public bool IsTold { get; set; }

        public int Failures { get; set; }
    }
}
