namespace MockMessaging.Workspaces;

/// <summary>Made-up customers who write by themselves for a while. It ends with a reset and with the server.</summary>
internal sealed class Traffic(IReadOnlyList<string> contactIds, long untilMs)
{
    public IReadOnlyList<string> ContactIds => contactIds;

    public long UntilMs => untilMs;

    /// <summary>How many messages they wrote so far, answers aside.</summary>
    public int Written { get; set; }

    public bool IsStopped { get; set; }
}
