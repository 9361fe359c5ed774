using MockMessaging.Fidelity;

namespace MockMessaging.Control;

/// <summary>Settings of a workspace to change. What is left out does not change.</summary>
public sealed class WorkspaceChange
{
    /// <summary>documented or production: what to follow where the vendor's document and the live service differ.</summary>
    public FidelityMode? Fidelity { get; set; }

    /// <summary>True: free text on WhatsApp fails with error 470 if the contact's last message is older than 24 hours.</summary>
    public bool? CareWindow { get; set; }

    /// <summary>off, warn or enforce: what happens to a message that a provider would refuse. `GET /_sandbox/rules` lists the rules.</summary>
    /// <example>enforce</example>
    public RulesMode? Rules { get; set; }

    /// <summary>Seed of the ids, people and texts that are made up from now on.</summary>
    /// <example>42</example>
    public long? Seed { get; set; }

    /// <summary>When each status of a message comes.</summary>
    public DelaysRequest? Delays { get; set; }

    /// <summary>How media links behave.</summary>
    public MediaRulesRequest? Media { get; set; }

    /// <summary>
    /// Secret for signatures of pushes by Standard Webhooks: `whsec_` and 24 to 64 bytes in Base64. Empty: the server's (Webhooks:SigningSecret) applies again. Without either, pushes
    /// have no signature.
    /// </summary>
    /// <example>whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw</example>
    public string? SigningSecret { get; set; }
}

/// <summary>Content, settings and limits of a workspace.</summary>
/// <param name="Seed">Seed of its ids and made-up people.</param>
/// <param name="Fidelity">documented or production: what it follows where the vendor's document and the live service differ.</param>
/// <param name="CareWindow">If the care window is set for this workspace: on or off; absent if the server's setting applies.</param>
/// <param name="Rules">off, warn or enforce: what happens to a message that a provider would refuse.</param>
/// <param name="Delays">Delays that are set for this workspace.</param>
/// <param name="Clock">The workspace's clock.</param>
/// <param name="Contacts">Number of contacts.</param>
/// <param name="Sessions">Number of sessions.</param>
/// <param name="Messages">Number of messages in both directions.</param>
/// <param name="DigitalObjects">Number of customer data objects.</param>
/// <param name="DigitalEvents">Number of customer events.</param>
/// <param name="Pushes">Number of stored pushes by state.</param>
/// <param name="Limits">Each limit, and how much of it is used.</param>
/// <param name="Apps">Client apps and their webhooks.</param>
/// <param name="DelaysInForce">All delays: those set for this workspace, and the server's settings for the others.</param>
/// <param name="Server">The server that holds the workspace.</param>
/// <param name="Media">How media links behave.</param>
/// <param name="SigningSecret">`whsec_***` if pushes are signed; absent if they are not.</param>
public sealed record WorkspaceView(
    long Seed, FidelityMode Fidelity, bool? CareWindow, RulesMode Rules, DelaysRequest? Delays, ClockView Clock, int Contacts, int Sessions, int Messages, int DigitalObjects,
    int DigitalEvents, IReadOnlyDictionary<string, int> Pushes, IReadOnlyList<LimitView> Limits, IReadOnlyList<AppView> Apps,
    DelaysRequest DelaysInForce, ServerView Server, MediaRulesRequest Media, string? SigningSecret) : ControlRecord;

/// <summary>The server that holds the workspace.</summary>
/// <param name="Version">Version of the server, with the commit it was built from if that is known, such as <c>1.0.0+60f348f</c>.</param>
/// <param name="Storage">file or memory.</param>
/// <param name="Durability">relaxed or strict (<c>Storage:Durability</c>); absent for memory.</param>
public sealed record ServerView(string Version, string Storage, string? Durability) : ControlRecord;

/// <summary>A limit of a workspace.</summary>
/// <param name="What">What is limited.</param>
/// <param name="Held">How many the workspace has.</param>
/// <param name="Most">How many it may have.</param>
/// <param name="Setting">The setting of the limit.</param>
public sealed record LimitView(string What, int Held, int Most, string Setting) : ControlRecord;

/// <summary>How the links to media files behave. What is left out does not change.</summary>
public sealed class MediaRulesRequest
{
    /// <summary>Links get 403 after this time of the workspace's clock, counted from the message or upload: ISO 8601 duration, at most P36500D. PT0S: never. Default PT0S.</summary>
    /// <example>PT5M</example>
    public string? LinksExpireAfter { get; set; }

    /// <summary>True: a download needs the workspace's key as x-api-key, or as Authorization: Bearer. Default false.</summary>
    public bool? LinksNeedKey { get; set; }
}
