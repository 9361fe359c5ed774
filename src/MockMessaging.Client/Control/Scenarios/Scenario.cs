using MockMessaging.Conversations;

namespace MockMessaging.Control;

/// <summary>A scenario: how a workspace is set up, what goes wrong in it, and how its customers behave. Everything can be left out.</summary>
public sealed class Scenario
{
    /// <summary>Name of the scenario, for people.</summary>
    public string? Name { get; set; }

    /// <summary>What it shows, for people.</summary>
    public string? Description { get; set; }

    /// <summary>The clock, as for PUT /_sandbox/clock.</summary>
    public ClockChange? Clock { get; set; }

    /// <summary>Settings of the workspace, as for PATCH /_sandbox/workspace.</summary>
    public WorkspaceChange? Settings { get; set; }

    /// <summary>Channels by id, as for PUT /_sandbox/channels/{id}.</summary>
    public IReadOnlyDictionary<string, ChannelRequest>? Channels { get; set; }

    /// <summary>Client apps by id, as for PUT /_sandbox/apps/{id}.</summary>
    public IReadOnlyDictionary<string, AppRequest>? Apps { get; set; }

    /// <summary>Global variables by key, as for PUT /_sandbox/vars/{key}.</summary>
    public IReadOnlyDictionary<string, VariableRequest>? Vars { get; set; }

    /// <summary>Templates by id, as for PUT /_sandbox/templates/{id}.</summary>
    public IReadOnlyDictionary<string, TemplateRequest>? Templates { get; set; }

    /// <summary>Customers who write and reply.</summary>
    public IReadOnlyList<ScenarioCustomer>? Customers { get; set; }

    /// <summary>Outcome rules for other messages, as for POST /_sandbox/outcomes.</summary>
    public IReadOnlyList<OutcomeRuleRequest>? Outcomes { get; set; }

    /// <summary>Faults, as for POST /_sandbox/faults.</summary>
    public IReadOnlyList<FaultRequest>? Faults { get; set; }
}

/// <summary>
/// A customer who behaves by a script. `turns` are for the first message to the customer, the second and so on; the other properties, such as `outcome` and
/// `says`, are for each message that is no turn, and for what a turn leaves out.
/// </summary>
public sealed class ScenarioCustomer : OutcomeReaction
{
    /// <summary>Name that is shown with the customer's messages.</summary>
    /// <example>Asha Rao</example>
    public string? Name { get; set; }

    /// <summary>Phone in international form, for WhatsApp and SMS. A customer without any address has a made-up one.</summary>
    /// <example>+919988776655</example>
    public string? Phone { get; set; }

    /// <summary>Mail address, for e-mail channels.</summary>
    public string? Email { get; set; }

    /// <summary>Account id within the channel, for social channels.</summary>
    public string? Csid { get; set; }

    /// <summary>Id of a known contact; wins over the other addresses.</summary>
    public string? ContactId { get; set; }

    /// <summary>The channel. Default: the first one that is not disabled.</summary>
    /// <example>wa360:918828218374</example>
    public string? ChannelId { get; set; }

    /// <summary>What the customer writes without being asked.</summary>
    public IReadOnlyList<ScenarioMessage>? Writes { get; set; }

    /// <summary>What happens to the first message to the customer, to the second and so on. A turn waits for a message that is right for it.</summary>
    public IReadOnlyList<OutcomeTurnRequest>? Turns { get; set; }

    /// <summary>True: after the last turn the first one comes again. Default false.</summary>
    public bool? Repeat { get; set; }
}

/// <summary>A message that a customer writes without being asked.</summary>
public sealed class ScenarioMessage
{
    /// <summary>When, from the loading of the scenario by the workspace's clock: ISO 8601 duration, at most P30D. Default PT0S.</summary>
    /// <example>PT5M</example>
    public string? After { get; set; }

    /// <summary>Text of the message.</summary>
    /// <example>Where is my order?</example>
    public string? Says { get; set; }

    /// <summary>Any other message that POST /_sandbox/inbound takes as content. Default, without `says` too: a made-up text.</summary>
    public CustomerContent? Sends { get; set; }
}

/// <summary>What a scenario brought into the workspace.</summary>
/// <param name="Name">Name of the scenario.</param>
/// <param name="Description">What it shows.</param>
/// <param name="Clock">The workspace's clock now.</param>
/// <param name="Applied">How many things of each section.</param>
/// <param name="Customers">The customers, in the order of the scenario.</param>
public sealed record ScenarioView(string? Name, string? Description, ClockView Clock, IReadOnlyDictionary<string, int> Applied, IReadOnlyList<ScenarioCustomerView> Customers) : ControlRecord;

/// <summary>A customer of a scenario.</summary>
/// <param name="ContactId">Id of the contact.</param>
/// <param name="ChannelId">The channel.</param>
/// <param name="Name">Name of the customer.</param>
/// <param name="Phone">Phone, as the messaging API shows it.</param>
/// <param name="Email">Mail address.</param>
/// <param name="RuleIds">The outcome rules that make the customer react; GET /_sandbox/outcomes shows how far the turns are.</param>
public sealed record ScenarioCustomerView(string ContactId, string ChannelId, string? Name, string? Phone, string? Email, IReadOnlyList<string> RuleIds) : ControlRecord;

/// <summary>The scenarios that come with the server.</summary>
/// <param name="Scenarios">One page of them.</param>
/// <param name="Next">Send it as `after` (or as `before` with `order=newest`) to get the next page; absent on the last page.</param>
public sealed record ScenarioList(IReadOnlyList<ScenarioSummary> Scenarios, string? Next) : ControlRecord;

/// <summary>A scenario that comes with the server.</summary>
/// <param name="Name">Its name, to load it.</param>
/// <param name="Description">What it shows.</param>
/// <param name="Text">The scenario as YAML.</param>
public sealed record ScenarioSummary(string Name, string? Description, string Text) : ControlRecord;
