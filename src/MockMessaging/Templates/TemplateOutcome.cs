using System.Text.Json.Nodes;
using MockMessaging.Contract;

namespace MockMessaging.Templates;

/// <summary>A template as it goes out, or the reason why it does not.</summary>
internal sealed record TemplateOutcome(HSMTemplateDoc? Template, string? Text, JsonObject? Extras, string? Refusal, MessageStatus? RefusedAs = null);
