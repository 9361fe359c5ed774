using System.Text.Json.Nodes;

namespace MockMessaging.Control;

/// <summary>A push and what became of it.</summary>
/// <param name="Id">Its id, also sent as <c>x-sandbox-push-id</c>.</param>
/// <param name="Type">messages, statuses or events.</param>
/// <param name="Subject">What it tells: a status, an event code or a message type.</param>
/// <param name="MessageId">The message it tells of.</param>
/// <param name="ContactId">The contact it is about.</param>
/// <param name="AppId">The client app it is for.</param>
/// <param name="Url">Where it goes.</param>
/// <param name="State">pending, held, retrying, delivered, failed or skipped.</param>
/// <param name="Status">HTTP status of the last attempt; absent where there was no answer.</param>
/// <param name="Error">Why the last attempt failed and what to do; absent where it succeeded.</param>
/// <param name="Reason">Why it was skipped.</param>
/// <param name="Fault">The fault that struck it.</param>
/// <param name="ReplayOf">The push it sends anew.</param>
/// <param name="CreatedAt">When it was made, by the workspace's clock.</param>
/// <param name="Attempts">Every try, oldest first.</param>
public sealed record PushView(
    string Id,
    string Type,
    string Subject,
    string? MessageId,
    string ContactId,
    string? AppId,
    string? Url,
    string State,
    int? Status,
    string? Error,
    string? Reason,
    string? Fault,
    string? ReplayOf,
    DateTimeOffset CreatedAt,
    IReadOnlyList<AttemptView> Attempts);

/// <summary>One try to deliver a push.</summary>
/// <param name="At">When, by the workspace's clock.</param>
/// <param name="Status">HTTP status of the answer; absent where there was none.</param>
/// <param name="DurationMs">How long it took, in real milliseconds.</param>
/// <param name="Answer">The beginning of what a receiver wrote that did not take it.</param>
/// <param name="Cause">Why it failed and what to do; absent where it succeeded.</param>
public sealed record AttemptView(DateTimeOffset At, int? Status, double DurationMs, string? Cause, string? Answer);

/// <summary>A push with all of its request.</summary>
/// <param name="Push">The push and what became of it.</param>
/// <param name="Headers">The headers it is sent with, beside Content-Type: application/json.</param>
/// <param name="Body">Its body.</param>
public sealed record PushDetail(PushView Push, IReadOnlyDictionary<string, string> Headers, JsonNode? Body);

/// <summary>The pushes of a workspace, oldest first unless asked for otherwise.</summary>
/// <param name="Pushes">Those that match and are still remembered.</param>
/// <param name="Evicted">How many older ones were forgotten (Limits:PushesKept); one that was still waiting is sent all the same.</param>
/// <param name="Receivers">How far each receiver is behind.</param>
/// <param name="Next">Send it as <c>after</c>, or as <c>before</c> with the newest first, to go on; absent where nothing more matches.</param>
public sealed record PushList(IReadOnlyList<PushView> Pushes, long Evicted, IReadOnlyList<ReceiverView> Receivers, string? Next);
