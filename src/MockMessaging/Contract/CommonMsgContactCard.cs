namespace MockMessaging.Contract;

/// <summary>CommonMsgContactCard</summary>
public sealed class CommonMsgContactCard
{
    /// <summary>addresses</summary>
    public IReadOnlyList<OutBoundMsgContactAddress>? Addresses { get; set; }

    /// <summary>birthday</summary>
    public string? Birthday { get; set; }

    /// <summary>emails</summary>
    public IReadOnlyList<OutBoundMsgContactEmail>? Emails { get; set; }

    /// <summary>ims</summary>
    public IReadOnlyList<OutBoundMsgContactSocial>? Ims { get; set; }

    /// <summary>name</summary>
    public OutBoundMsgContactName? Name { get; set; }

    /// <summary>org</summary>
    public OutBoundMsgContactOrg? Org { get; set; }

    /// <summary>phones</summary>
    public IReadOnlyList<OutBoundMsgContactPhone>? Phones { get; set; }

    /// <summary>urls</summary>
    public IReadOnlyList<OutBoundMsgContactUrl>? Urls { get; set; }
}
