namespace MockMessaging.Control;

/// <summary>A status to give a message out of turn.</summary>
public sealed class ForcedStatus
{
    /// <summary>The status, in the vendor's word: SENT, DLVRD, READ, FAILD, DELTD, CCWIN, LIMIT, BLCKD, SENT_ERR or SENT_EXC.</summary>
    /// <example>FAILD</example>
    public string? Status { get; set; }

    /// <summary>The provider's reason, for a failure.</summary>
    public ErrorRequest? Error { get; set; }
}
