namespace MockMessaging.Control;

/// <summary>A message, either way, as the control plane lists it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Direction">inbound or outbound.</param>
/// <param name="Type">text, template, image …</param>
/// <param name="ChannelId">The channel.</param>
/// <param name="ContactId">The contact.</param>
/// <param name="SessionId">The session.</param>
/// <param name="Queue">Queue of the app that sent it, or that it was meant for.</param>
/// <param name="Text">Its words.</param>
/// <param name="TemplateCode">Code of its template.</param>
/// <param name="Outcome">How its story goes; none for inbound messages.</param>
/// <param name="Status">Its status.</param>
/// <param name="At">When it was accepted, by the workspace's clock.</param>
public record MessageView(
    string Id,
    string Direction,
    string Type,
    string ChannelId,
    string ContactId,
    string SessionId,
    string? Queue,
    string? Text,
    string? TemplateCode,
    string? Outcome,
    string Status,
    DateTimeOffset At);
