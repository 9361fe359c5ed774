using System.Text.Json.Nodes;

namespace MockMessaging.State;

/// <summary>A message that a customer will write without being asked.</summary>
internal sealed class PlannedMessage : Record
{
    public required string ContactId { get; init; }

    /// <summary>The client app of a new session.</summary>
    public required string AppId { get; init; }

    /// <summary>When, in milliseconds since the epoch.</summary>
    public required long DueMs { get; init; }

    /// <summary>Content of the message, as the control plane's <c>inbound</c> takes it.</summary>
    public required JsonObject Content { get; init; }
}
