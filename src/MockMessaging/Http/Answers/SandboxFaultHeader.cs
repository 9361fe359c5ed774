namespace MockMessaging.Http;

/// <summary>The answer header that names the fault behind a spoilt answer, so that nobody takes it for a bug.</summary>
internal static class SandboxFaultHeader
{
    public const string Name = "X-Sandbox-Fault";

    public static void Set(HttpContext context, string fault) => context.Response.Headers[Name] = fault;
}
