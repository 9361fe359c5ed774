namespace MockMessaging.Http;

/// <summary>The answer header in which the sandbox mentions what the live service would silently ignore.</summary>
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
            // Header values are plain ASCII; names in a body may hold anything.
            var plain = string.Concat(text.Take(LongestText).Select(letter => letter is >= ' ' and <= '~' ? letter : '?'));
            context.Response.Headers[Header] = plain;
        }
    }
}
