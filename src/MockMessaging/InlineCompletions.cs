namespace MockMessaging;

/// <summary>
/// Lets what comes in through a socket be taken on by the thread that saw it come, instead of handing it over to the thread pool: messages and pushes
/// cost some 5 per cent less. Kestrel hands requests on to the pool all the same. Only for a process of its own: whoever hosts the server
/// may have code that blocks such a thread, and with it all its sockets.
/// </summary>
internal static class InlineCompletions
{
    // The runtime has no other switch for it.
    private const string Setting = "DOTNET_SYSTEM_NET_SOCKETS_INLINE_COMPLETIONS";

    /// <summary>Has an effect until the first socket is made. What the environment says already stays.</summary>
    public static void SwitchOn()
    {
        if (Environment.GetEnvironmentVariable(Setting) is null)
        {
            Environment.SetEnvironmentVariable(Setting, "1");
        }
    }
}
