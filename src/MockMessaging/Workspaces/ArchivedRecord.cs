using System.Text.Json;
using MockMessaging.Storage;

namespace MockMessaging.Workspaces;

/// <summary>One record of an archived workspace.</summary>
internal sealed record ArchivedRecord(DocumentKind Kind, JsonElement Data);
