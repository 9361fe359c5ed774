namespace MockMessaging.Contract;

/// <summary>A contact card.</summary>
public sealed class CommonMsgContactCard
{
    /// <summary>Postal addresses.</summary>
    public IReadOnlyList<OutBoundMsgContactAddress>? Addresses { get; set; }

    /// <summary>Birthday, YYYY-MM-DD.</summary>
    public string? Birthday { get; set; }

    /// <summary>Mail addresses.</summary>
    public IReadOnlyList<OutBoundMsgContactEmail>? Emails { get; set; }

    /// <summary>Accounts on messaging services.</summary>
    public IReadOnlyList<OutBoundMsgContactSocial>? Ims { get; set; }

    /// <summary>Name.</summary>
    public OutBoundMsgContactName? Name { get; set; }

    /// <summary>Where the person works.</summary>
    public OutBoundMsgContactOrg? Org { get; set; }

    /// <summary>Phones.</summary>
    public IReadOnlyList<OutBoundMsgContactPhone>? Phones { get; set; }

    /// <summary>Web addresses.</summary>
    public IReadOnlyList<OutBoundMsgContactUrl>? Urls { get; set; }
}
