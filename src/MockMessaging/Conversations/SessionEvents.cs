using System.Text.Json.Nodes;
using MockMessaging.Contract;
using MockMessaging.State;
using MockMessaging.Webhooks;

namespace MockMessaging.Conversations;

/// <summary>Session events as they are pushed, without <c>type</c>, which clients would take for the name of the event. Responses add it, depending on fidelity.</summary>
internal static class SessionEvents
{
    public const string RoutedCode = "SESSION_ROUTED";
    public const string AssignedCode = "SESSION_ASSIGNED";
    public const string StatusCode = "SESSION_STATUS";
    public const string ClosedCode = PushBuilder.ClosedCode;

    public static InBoundEvent Routed(Session session, bool isStart, string? sourceQueue, JsonObject? parameters)
    {
        var routed = Of(session, RoutedCode);
        routed.SessionRouted = new SessionRouted
        {
            RoutingId = session.RoutingId,
            SessionStart = isStart,
            SourceQueue = sourceQueue,
            TargetQueue = session.Queue,
            Params = parameters?.DeepClone().AsObject(),
        };
        return routed;
    }

    /// <summary>The latest event of a session that is resolved or closed.</summary>
    public static InBoundEvent Last(Session session) => Of(session, session.ClosedAt is null ? StatusCode : ClosedCode);

    private static InBoundEvent Of(Session session, string code) => new()
    {
        EventCode = code,
        SessionId = session.Id,
        ContactId = session.ContactId,
        Contact = ContactShapes.Reachable(session.Contact),
        Session = new MessageSession
        {
            Agent = session.Agent,
            Bot = session.Mode is null or "AGENT" ? null : session.Queue,
            Dept = session.Team,
            FirstMessage = session.Messages.Count == 0,
            InitMessage = session.Messages.Count == 0,
            Mode = session.Mode,
            Queue = session.Queue,
            Resolved = session.IsResolved,
            RoutingId = session.RoutingId,
            SessionStamp = session.CreatedAt,
        },
        Route = new MessageRouter { RouterId = session.RoutingId },
    };
}
