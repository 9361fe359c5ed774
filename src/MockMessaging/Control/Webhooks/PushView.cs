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
