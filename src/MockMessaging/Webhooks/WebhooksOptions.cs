using System.ComponentModel.DataAnnotations;

namespace MockMessaging.Webhooks;

/// <summary>How pushes are sent. Section <c>Webhooks</c>.</summary>
public sealed partial class WebhooksOptions
{
    /// <summary>The token in the vendor's document.</summary>
    internal const string DocumentedVerifyToken = "s1agenttoken$$$";

    /// <summary>Timeout for connecting to a receiver, in milliseconds. Default 3,000 as in production, 10 to 60,000.</summary>
    [Range(10, 60_000)]
    public int ConnectTimeoutMilliseconds { get; set; } = 3_000;

    /// <summary>Timeout for the receiver's response, in milliseconds. Default 5,000 as in production, 10 to 60,000.</summary>
    [Range(10, 60_000)]
    public int ReadTimeoutMilliseconds { get; set; } = 5_000;

    /// <summary>How many pushes of one client app run at the same time. Pushes to one contact always run one after the other. Default 32, 1 to 256.</summary>
    [Range(1, 256)]
    public int Parallel { get; set; } = 32;

    /// <summary>
    /// How many pushes may wait per client app; beyond that, its sends get 503. At twice as many, further pushes of messages that were already
    /// accepted are skipped. Default 100,000, 10 to 10,000,000.
    /// </summary>
    [Range(10, 10_000_000)]
    public int MaxPending { get; set; } = 100_000;

    /// <summary>
    /// When a failed push is tried again: ISO 8601 durations such as <c>PT1S,PT5S,PT30S</c>, each counted from the attempt before, by the
    /// workspace's clock; at most 20, each at most 7 days. Default: none, as in production.
    /// </summary>
    public string Retries { get; set; } = "";

    /// <summary>
    /// URL of the contact/info requests, which are sent when a session begins and by <c>contact/info</c>. Its response is <c>businessProfile</c> in later pushes.
    /// Default: none.
    /// </summary>
    public string? ContactInfoUrl { get; set; }

    /// <summary>
    /// Hosts that pushes may go to, and that media may be fetched from: a host (<c>receiver.example.com</c>), a wildcard (<c>*.example.com</c>), an address, a range
    /// (<c>10.0.0.0/8</c>), or <c>public</c> for all public addresses. An entry that begins with <c>!</c> forbids, and wins over the others. If all
    /// entries begin with <c>!</c>, everything else is allowed. Default: none, any host is allowed.
    /// </summary>
    public IList<string> AllowedTargets { get; } = [];

    /// <summary>Sent as <c>x-verify-token</c> with each push, and expected on the two callback routes. Default <c>s1agenttoken$$$</c>, from the vendor's document.</summary>
    [Required]
    public string VerifyToken { get; set; } = DocumentedVerifyToken;

    /// <summary>
    /// Secret for signatures of pushes by Standard Webhooks: <c>whsec_</c> and 24 to 64 bytes in Base64. Then each push has the headers <c>webhook-id</c>, <c>webhook-timestamp</c>
    /// and <c>webhook-signature</c>. <c>PATCH /_sandbox/workspace</c> sets one for one workspace. Default: none, no signatures, as in production.
    /// </summary>
    public string? SigningSecret { get; set; }

    /// <summary>Value of <c>meta.domain</c> in each push. Default <c>sandbox</c>.</summary>
    [Required]
    public string Domain { get; set; } = "sandbox";

    /// <summary>Value of <c>meta.server</c> in each push. Default <c>mockmessaging.local</c>.</summary>
    [Required]
    public string Server { get; set; } = "mockmessaging.local";
}
