using System.Text.Json.Nodes;

namespace MockMessaging.Contract;

/// <summary>A channel.</summary>
public sealed class MsgChannel
{
    /// <summary>Id of the channel: type, colon, lane.</summary>
    /// <example>wa360:918828218374</example>
    public string? ChannelId { get; set; }

    public ContactType? ContactType { get; set; }

    /// <summary>Business number or account: the part of the channel id after the colon.</summary>
    /// <example>919999998888</example>
    public string? Lane { get; set; }

    /// <example>Customer Support</example>
    public string? Name { get; set; }
}

/// <summary>A company variable.</summary>
public sealed class CompanyVarsConfigDoc
{
    public string? Description { get; set; }
    public bool? Disabled { get; set; }

    /// <summary>The vendor's tenant.</summary>
    public string? Domain { get; set; }

    public bool? Empty { get; set; }
    public string? Group { get; set; }
    public string? Id { get; set; }
    public string? Key { get; set; }
    public bool? Missing { get; set; }
    public bool? Present { get; set; }
    public bool? Primary { get; set; }

    /// <summary>The vendor's server.</summary>
    public string? Server { get; set; }

    /// <summary>True if it is shared with other tenants.</summary>
    public bool? Shared { get; set; }

    public string? Type { get; set; }
    public JsonNode? Value { get; set; }
}
