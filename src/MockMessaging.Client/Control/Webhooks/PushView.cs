using System.Text.Json.Nodes;

namespace MockMessaging.Control;

/// <summary>A push and its result.</summary>
/// <param name="Id">Id of the push, also sent as x-sandbox-push-id.</param>
/// <param name="Type">messages, statuses, events, contactinfo, or raw for a body of your own.</param>
/// <param name="Subject">A status, an event code or a message type.</param>
/// <param name="MessageId">The message it is about.</param>
/// <param name="ContactId">The contact it is about; empty for a body of your own that is about none.</param>
/// <param name="AppId">The client app it is for.</param>
/// <param name="Url">URL it is sent to.</param>
/// <param name="State">pending, held, retrying, delivered, failed or skipped.</param>
/// <param name="Status">HTTP status of the last attempt; absent if there was no response.</param>
/// <param name="Error">Why the last attempt failed and what to do; absent if it succeeded.</param>
/// <param name="Reason">Why it was skipped.</param>
/// <param name="Fault">Name of the fault that hit it.</param>
/// <param name="ReplayOf">Id of the push that it repeats.</param>
/// <param name="CreatedAt">When it was made, by the workspace's clock.</param>
/// <param name="Attempts">All attempts, oldest first.</param>
/// <param name="Request">Number in the journal of the request that sent its message or caused its event; absent if there was none, or since before a restart.</param>
public sealed record PushView(
    string Id, string Type, string Subject, string? MessageId, string ContactId, string? AppId, string? Url, string State, int? Status, string? Error,
    string? Reason, string? Fault, string? ReplayOf, DateTimeOffset CreatedAt, IReadOnlyList<AttemptView> Attempts, long? Request) : ControlRecord;

/// <summary>One attempt to deliver a push.</summary>
/// <param name="At">When it was made, by the workspace's clock.</param>
/// <param name="Status">HTTP status of the response; absent if there was none.</param>
/// <param name="DurationMs">Duration in real milliseconds.</param>
/// <param name="Cause">Why it failed and what to do; absent if it succeeded.</param>
/// <param name="Answer">Beginning of the response body: up to 2 KB of a refusal, up to 1 KB of a success; absent if it was empty or late.</param>
public sealed record AttemptView(DateTimeOffset At, int? Status, double DurationMs, string? Cause, string? Answer) : ControlRecord;

/// <summary>A push with its request.</summary>
/// <param name="Push">The push and its result.</param>
/// <param name="Headers">The headers of the request, without Content-Type: application/json.</param>
/// <param name="Body">The body of the request.</param>
public sealed record PushDetail(PushView Push, IReadOnlyDictionary<string, string> Headers, JsonNode? Body) : ControlRecord;

/// <summary>The pushes of a workspace, oldest first unless `order` is newest.</summary>
/// <param name="Pushes">The stored pushes that match.</param>
/// <param name="Evicted">How many older pushes are no longer stored (Limits:PushesKept); one that was still waiting is sent nevertheless.</param>
/// <param name="Receivers">How many pushes wait for each receiver, and its failures.</param>
/// <param name="Next">Send it as `after` (or as `before` with `order=newest`) to get the next page; absent on the last page.</param>
public sealed record PushList(IReadOnlyList<PushView> Pushes, long Evicted, IReadOnlyList<ReceiverView> Receivers, string? Next) : ControlRecord;

/// <summary>How far a receiver is behind, and its results since the server started.</summary>
/// <param name="AppId">The client app whose pushes it gets; absent for the receiver of contact/info.</param>
/// <param name="Queue">Queue code of the app.</param>
/// <param name="Url">URL of the receiver.</param>
/// <param name="Waiting">Pushes that are not sent yet: they wait for their turn, are held back, or wait for a retry.</param>
/// <param name="UnderWay">Pushes that are sent and not answered yet; at most Webhooks:Parallel.</param>
/// <param name="OldestAt">When the oldest of all these was made, by the workspace's clock; absent if there is none.</param>
/// <param name="RefusesSends">True if so many pushes wait that message/send of this app returns 503 (Webhooks:MaxPending).</param>
/// <param name="Delivered">Pushes it accepted.</param>
/// <param name="Failed">Pushes it did not accept.</param>
/// <param name="TurnedAway">Pushes that were skipped because twice Webhooks:MaxPending were waiting.</param>
/// <param name="LastFailureAt">When an attempt last failed, by the workspace's clock.</param>
/// <param name="LastFailure">Why it failed, and what to do.</param>
public sealed record ReceiverView(
    string? AppId, string? Queue, string? Url, int Waiting, int UnderWay, DateTimeOffset? OldestAt, bool RefusesSends, long Delivered, long Failed, long TurnedAway,
    DateTimeOffset? LastFailureAt, string? LastFailure) : ControlRecord;

/// <summary>Pushes by result.</summary>
/// <param name="Attempted">Pushes that were attempted.</param>
/// <param name="Succeeded">Pushes the receiver accepted.</param>
/// <param name="Failed">Pushes the receiver did not accept.</param>
public sealed record PushCounts(int Attempted, int Succeeded, int Failed) : ControlRecord;
