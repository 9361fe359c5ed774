using System.Text.Json.Nodes;

namespace MockMessaging.Control;

/// <summary>A simulated customer's message, and what became of its push.</summary>
/// <param name="Message">The message as pushed.</param>
/// <param name="Push">The push that carries it.</param>
public sealed record InboundAnswer(JsonNode Message, PushView Push);
