namespace MockMessaging.Control;

/// <summary>A client app of the workspace.</summary>
/// <param name="Id">Send it as x-api-id to act for this app.</param>
/// <param name="Queue">Its queue code.</param>
/// <param name="AppType">What kind of app it is; only WEBHOOK apps can have a webhook.</param>
/// <param name="Default">Whether it acts where no x-api-id is sent.</param>
/// <param name="Webhook">Where its pushes go.</param>
public sealed record AppView(string Id, string Queue, string AppType, bool Default, string? Webhook);
