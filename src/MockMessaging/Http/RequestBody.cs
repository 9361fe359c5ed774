namespace MockMessaging.Http;

/// <summary>The bytes a request came with, kept beside the parsed shape because they may hold more than the contract documents.</summary>
internal sealed record RequestBody(byte[] Utf8)
{
    private static readonly RequestBody None = new([]);

    public static RequestBody Of(HttpContext context) => context.Features.Get<RequestBody>() ?? None;
}
