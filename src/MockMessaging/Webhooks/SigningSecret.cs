using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using MockMessaging.State;
using StandardWebhooks;

namespace MockMessaging.Webhooks;

/// <summary>The secret for the signatures of pushes, in the form of Standard Webhooks.</summary>
internal static class SigningSecret
{
    private const string Prefix = "whsec_";
    private const int FewestBytes = 24;
    private const int MostBytes = 64;

    /// <summary>What takes the place of a secret in responses.</summary>
    public const string Masked = Prefix + "***";

    /// <summary>What is wrong with a secret; null if nothing is. The text does not repeat the secret.</summary>
    public static string? ProblemWith(string secret)
    {
        Span<byte> bytes = stackalloc byte[MostBytes];
        return secret.StartsWith(Prefix, StringComparison.Ordinal) && !secret.Any(char.IsWhiteSpace)
            && Convert.TryFromBase64String(secret[Prefix.Length..], bytes, out var length) && length >= FewestBytes
            ? null
            : $"it is not {Prefix} followed by {FewestBytes} to {MostBytes} bytes in Base64; echo \"{Prefix}$(openssl rand -base64 32)\" prints a new one.";
    }
}

/// <summary>
/// Signs the bytes of pushes by Standard Webhooks (https://www.standardwebhooks.com). The library is loaded with the first signature.
/// </summary>
internal static class PushSigner
{
    // A secret is parsed once.
    private static readonly ConditionalWeakTable<string, StandardWebhook> Signers = [];

    /// <param name="id">Id for the receiver, which recognizes by it what it has had already.</param>
    /// <param name="now">The real time: receivers refuse what is more than a few minutes from it.</param>
    public static PushSignature Sign(Push push, string secret, string id, DateTimeOffset now)
    {
        var seconds = now.ToUnixTimeSeconds();
        var signer = push.IsSignedWrong ? new StandardWebhook(SHA256.HashData(Encoding.UTF8.GetBytes(secret))) : Signers.GetValue(secret, static text => new StandardWebhook(text));
        return new PushSignature(id, seconds, signer.Sign(id, DateTimeOffset.FromUnixTimeSeconds(seconds), Encoding.UTF8.GetString(push.Body)));
    }
}
