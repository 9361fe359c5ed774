using System.Text.Json.Serialization;
using MockMessaging.Contract;

namespace MockMessaging.Seeding;

/// <summary>A row of <c>channels.json</c>.</summary>
internal sealed record ChannelFixture
{
    public required string ChannelId { get; init; }

    /// <summary>Default: made of contact type and lane.</summary>
    public string? Name { get; init; }

    public bool Disabled { get; init; }
    public bool Sandbox { get; init; }
}

/// <summary>A row of <c>client-apps.json</c>: an app and its queue.</summary>
internal sealed record ClientAppFixture
{
    public required string Id { get; init; }
    public required string KeyName { get; init; }
    public required string Queue { get; init; }
    public required string AppType { get; init; }
    public bool Shared { get; init; }

    /// <summary>True for the app that owns the workspace's own key.</summary>
    public bool Default { get; init; }
}

/// <summary>A row of <c>conversations.json</c>: a finished conversation with a customer, so that examples with its ids work under the key <c>demo</c>.</summary>
internal sealed record ConversationFixture
{
    public required string SessionId { get; init; }
    public required string ChannelId { get; init; }
    public required string Queue { get; init; }
    public required string Name { get; init; }

    /// <summary>Phone of the customer; null if the channel knows none.</summary>
    public string? Phone { get; init; }

    /// <summary>Id of the customer within the channel. Default: the phone.</summary>
    public string? Csid { get; init; }

    /// <summary>Id of the contact. Default: made of channel and <see cref="Csid"/>, as for every contact.</summary>
    public string? ContactId { get; init; }

    public string? Email { get; init; }
    public required DateTimeOffset StartedAt { get; init; }
    public required IReadOnlyList<ConversationLine> Messages { get; init; }
}

/// <summary>A message of a conversation in <c>conversations.json</c>.</summary>
internal sealed record ConversationLine
{
    public required string Id { get; init; }
    public required bool Inbound { get; init; }
    public required DateTimeOffset At { get; init; }
    public required string Text { get; init; }
}

/// <summary>Strict, unlike the API: an unknown property in a fixture is a spelling mistake.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(List<ChannelFixture?>))]
[JsonSerializable(typeof(List<ClientAppFixture?>))]
[JsonSerializable(typeof(List<HSMTemplateDoc?>))]
[JsonSerializable(typeof(List<CompanyVarsConfigDoc?>))]
[JsonSerializable(typeof(List<ConversationFixture?>))]
[JsonSerializable(typeof(string))]
internal sealed partial class SeedingJson : JsonSerializerContext;
