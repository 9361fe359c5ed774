using System.Text.Json.Nodes;

namespace MockMessaging.Control;

/// <summary>All that is known of a message.</summary>
/// <param name="Message">The message.</param>
/// <param name="Body">The request it came with, or the item as pushed.</param>
/// <param name="Logs">Reasons and provider codes.</param>
/// <param name="Timeline">What happened to it, and what is still due, in order of time.</param>
public sealed record MessageDetail(MessageView Message, JsonNode? Body, IReadOnlyList<string> Logs, IReadOnlyList<TimelineEntry> Timeline);
