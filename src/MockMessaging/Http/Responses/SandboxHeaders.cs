namespace MockMessaging.Http;

/// <summary>Response header with warnings about what the live service would ignore silently.</summary>
internal static class SandboxWarnings
{
    public const string Header = "X-Sandbox-Warnings";

    private const int LongestText = 1_000;

    public static void Add(HttpContext context, IEnumerable<string> warnings)
    {
        if (warnings is IReadOnlyCollection<string> { Count: 0 })
        {
            return;
        }

        var text = string.Join("; ", warnings.Prepend(context.Response.Headers[Header].ToString()).Where(warning => warning.Length > 0));
        if (text.Length > 0)
        {
            // Header values must be ASCII, but a warning may quote any name from a body.
            context.Response.Headers[Header] = string.Concat(text.Take(LongestText).Select(letter => letter is >= ' ' and <= '~' ? letter : '?'));
        }
    }
}

/// <summary>Response header with the name of the fault that changed the response, so that nobody looks for a bug.</summary>
internal static class SandboxFaultHeader
{
    public const string Name = "X-Sandbox-Fault";

    public static void Set(HttpContext context, string fault) => context.Response.Headers[Name] = fault;
}
