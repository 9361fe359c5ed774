namespace MockMessaging.Fidelity;

/// <summary>What every envelope tells of its call.</summary>
/// <param name="Path">Path of the request.</param>
/// <param name="TraceId">Trace id of the call.</param>
/// <param name="Now">The workspace's time, else the server's.</param>
internal readonly record struct EnvelopeFacts(string Path, string TraceId, DateTimeOffset Now)
{
    public long NowMs => Now.ToUnixTimeMilliseconds();
}
