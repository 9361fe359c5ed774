namespace MockMessaging.Authentication;

/// <summary>Who is let in. Section <c>Auth</c>.</summary>
public sealed class AuthOptions
{
    /// <summary>The API keys that are let in, each opening its own workspace. Default: none, which lets in every key.</summary>
    public IList<string> Keys { get; } = [];
}
