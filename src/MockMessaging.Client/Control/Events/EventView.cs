namespace MockMessaging.Control;

/// <summary>Something that happened.</summary>
/// <param name="Kind">
/// sent, inbound, status, push, session, leftout, reset, request or clock. The kinds faults, outcomes, traffic, webhook, settings, snapshots, media and
/// configuration say that something of that list has changed; fetch it to see what.
/// </param>
/// <param name="At">When, by the workspace's clock.</param>
/// <param name="MessageId">The message it is about.</param>
/// <param name="ContactId">The contact it is about.</param>
/// <param name="SessionId">The session it is about.</param>
/// <param name="Status">Kind status: the status that the message took.</param>
/// <param name="Event">Kind session: the event code.</param>
/// <param name="Reason">Kind leftout: why a customer's message was left out.</param>
/// <param name="Push">Kind push: the push that was attempted, with all its attempts so far.</param>
/// <param name="Message">Kinds sent, inbound and status: the message as it is now.</param>
/// <param name="Request">Kind request: the request of the API that was answered or refused.</param>
/// <param name="Clock">Kind clock: the clock as it is now.</param>
public sealed record EventView(
    string Kind,
    DateTimeOffset At,
    string? MessageId = null,
    string? ContactId = null,
    string? SessionId = null,
    string? Status = null,
    string? Event = null,
    string? Reason = null,
    PushView? Push = null,
    MessageView? Message = null,
    RequestSummary? Request = null,
    ClockView? Clock = null) : ControlRecord;

/// <summary>A request of the API in short; <c>GET /_sandbox/requests</c> has all of it.</summary>
/// <param name="Number">Its place in the journal.</param>
/// <param name="Method">HTTP method.</param>
/// <param name="Path">Its path.</param>
/// <param name="Status">HTTP status of the response; 0 if there was none. 400 and above: it was refused.</param>
/// <param name="DurationMs">How long it took, in real milliseconds.</param>
/// <param name="MessageIds">The messages it sent.</param>
/// <param name="Fault">Name of the fault that hit it.</param>
/// <param name="Warnings">What the response warned of.</param>
public sealed record RequestSummary(long Number, string Method, string Path, int Status, double DurationMs, IReadOnlyList<string>? MessageIds, string? Fault, string? Warnings) : ControlRecord;

/// <summary>The first event of a stream.</summary>
/// <param name="Version">Version of the server, which may have changed since the last connection.</param>
internal sealed record StreamOpened(string Version) : ControlRecord;
