using System.Text.Json.Serialization;
using MockMessaging.Contract;

namespace MockMessaging.Control;

/// <summary>A status to force on a message.</summary>
public sealed class ForcedStatus
{
    /// <summary>One of SENT, DLVRD, READ, FAILD, DELTD, CCWIN, LIMIT, BLCKD, SENT_ERR or SENT_EXC.</summary>
    /// <example>FAILD</example>
    public string? Status { get; set; }

    /// <summary>For a failure: the provider's error.</summary>
    public ErrorRequest? Error { get; set; }
}

/// <summary>A provider's error.</summary>
public sealed class ErrorRequest
{
    /// <summary>The provider's error code, as a string or a number.</summary>
    /// <example>131026</example>
    [JsonConverter(typeof(LenientStringConverter))]
    public string? Code { get; set; }

    /// <summary>Short text of the error. Default: the text of a known code.</summary>
    /// <example>Message undeliverable</example>
    public string? Title { get; set; }

    /// <summary>Longer text of the error.</summary>
    public string? Details { get; set; }

    /// <summary>URL of the error's documentation.</summary>
    public string? Href { get; set; }
}
