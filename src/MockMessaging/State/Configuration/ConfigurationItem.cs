using System.Text.Json.Serialization;
using MockMessaging.Contract;
using MockMessaging.Seeding;

namespace MockMessaging.State;

/// <summary>A channel, template, client app or variable in which a workspace departs from the fixtures. Only the property of its section is set.</summary>
internal sealed class ConfigurationItem : Record
{
    public required ConfigurationPart Section { get; init; }

    /// <summary>Id of the channel, template or client app, or key of the variable.</summary>
    public required string Id { get; init; }

    /// <summary>True if the workspace no longer has it. An app that messages refer to keeps its content.</summary>
    public bool IsRemoved { get; set; }

    public ChannelFixture? Channel { get; init; }

    public HSMTemplateDoc? Template { get; init; }

    public ClientAppFixture? App { get; init; }

    public CompanyVarsConfigDoc? Variable { get; init; }

    /// <summary>What the vendor's approval rows of a template have no field for.</summary>
    public IReadOnlyList<ApprovalNote>? Notes { get; init; }

    [JsonIgnore]
    public bool HasContent => Section switch
    {
        ConfigurationPart.Channel => Channel is not null,
        ConfigurationPart.Template => Template is not null,
        ConfigurationPart.App => App is not null,
        _ => Variable is not null,
    };
}

internal enum ConfigurationPart
{
    Channel,
    Template,
    App,
    Variable,
}

/// <summary>More about the approval of a template on one channel.</summary>
/// <param name="Reason">Why the provider rejected or paused it.</param>
/// <param name="ApproveAt">When it becomes approved by itself, by the workspace's clock, in milliseconds since the epoch; null for never.</param>
internal sealed record ApprovalNote(string ChannelId, string? Reason, long? ApproveAt);
