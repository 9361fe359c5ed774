namespace MockMessaging.Control;

/// <summary>How far a receiver is behind, and how it has fared since the server started.</summary>
/// <param name="AppId">The client app whose pushes it gets; none for the receiver of contact/info.</param>
/// <param name="Queue">Its queue code.</param>
/// <param name="Url">Where its pushes go.</param>
/// <param name="Waiting">Pushes that wait for their turn, are held back, or are to be tried again.</param>
/// <param name="UnderWay">Pushes sent and not answered yet; at most Webhooks:Parallel.</param>
/// <param name="OldestAt">When the oldest of them was made, by the workspace's clock; absent where none waits.</param>
/// <param name="RefusesSends">Whether so many wait that sends of the app get 503 (Webhooks:MaxPending).</param>
/// <param name="Delivered">Pushes it took.</param>
/// <param name="Failed">Pushes it did not take.</param>
/// <param name="TurnedAway">Pushes skipped because twice Webhooks:MaxPending waited.</param>
/// <param name="LastFailureAt">When an attempt last failed, by the workspace's clock.</param>
/// <param name="LastFailure">Why, and what to do.</param>
public sealed record ReceiverView(
    string? AppId,
    string? Queue,
    string? Url,
    int Waiting,
    int UnderWay,
    DateTimeOffset? OldestAt,
    bool RefusesSends,
    long Delivered,
    long Failed,
    long TurnedAway,
    DateTimeOffset? LastFailureAt,
    string? LastFailure);
