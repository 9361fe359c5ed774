namespace MockMessaging.Control;

/// <summary>A client app of the workspace.</summary>
/// <param name="Id">Id of the app: send it as x-api-id to act for this app.</param>
/// <param name="Queue">Queue code of the app.</param>
/// <param name="AppType">Type of the app: one of type WEBHOOK gets all pushes.</param>
/// <param name="Default">True if it is used when no x-api-id is sent.</param>
/// <param name="Webhook">URL that gets its pushes.</param>
/// <param name="KeyName">Name of the app.</param>
/// <param name="AppMode">What its type works as: AGENT, BOT, SCRIPTUS, PUSH, WEBHOOK or NONE. One of mode WEBHOOK and another type gets messages and routed sessions only.</param>
/// <param name="Shared">True if another tenant owns it.</param>
public sealed record AppView(string Id, string Queue, string AppType, bool Default, string? Webhook, string KeyName, string AppMode, bool Shared) : ControlRecord;

/// <summary>The client apps of a workspace.</summary>
/// <param name="Apps">One page of them.</param>
/// <param name="Next">Send it as `after` (or as `before` with `order=newest`) to get the next page; absent on the last page.</param>
public sealed record AppList(IReadOnlyList<AppView> Apps, string? Next) : ControlRecord;
