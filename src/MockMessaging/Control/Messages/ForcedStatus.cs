using MockMessaging.Errors;
using MockMessaging.State;

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

/// <summary>A provider's reason for a failure.</summary>
public sealed class ErrorRequest
{
    /// <summary>Its code.</summary>
    /// <example>131026</example>
    public string? Code { get; set; }

    /// <summary>What happened. Default: the code's own title where it is known.</summary>
    /// <example>Message undeliverable.</example>
    public string? Title { get; set; }

    /// <summary>More about it.</summary>
    public string? Details { get; set; }

    /// <summary>Where to read about it.</summary>
    public string? Href { get; set; }

    internal ReportError Parsed()
    {
        if (string.IsNullOrWhiteSpace(Code))
        {
            throw ErrorCatalog.Impossible("error.code", "error.code is missing: give the provider's code, such as 470.");
        }

        var known = Delivery.ProviderErrors.Find(Code);
        return new ReportError(Code, Title ?? known?.Title ?? "Failed.", Details ?? known?.Details, Href ?? known?.Href);
    }
}
