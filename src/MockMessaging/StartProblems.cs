using System.Net.Sockets;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Options;
using MockMessaging.Seeding;
using MockMessaging.Storage;

namespace MockMessaging;

/// <summary>What keeps a server from starting, in lines meant for whoever starts it.</summary>
internal static class StartProblems
{
    private const string Server = "Microsoft.AspNetCore.Server.Kestrel.Core";

    /// <summary>The lines for a failure that has a plain explanation; none for any other.</summary>
    public static IReadOnlyList<string> Of(Exception failure) => failure switch
    {
        OptionsValidationException settings => [.. settings.Failures],
        InvalidOperationException { InnerException: FormatException or ArgumentException } unreadable => [unreadable.Message],
        IOException { InnerException: AddressInUseException } => [$"{failure.Message} Stop what uses it, or listen elsewhere with --port."],
        FixtureException or StoreUnusableException or IOException => [failure.Message],
        _ => [],
    };

    /// <summary>Why an address cannot be listened at; null if that is not what failed.</summary>
    public static string? OfListening(Exception failure) => failure switch
    {
        SocketException { SocketErrorCode: SocketError.AddressNotAvailable } => "the address is none of this machine. Listen at http://localhost:8080, or at http://*:8080 for every address.",
        SocketException { SocketErrorCode: SocketError.AccessDenied } => "ports below 1024 need a right that this process lacks. Listen at a higher one.",
        SocketException socket => $"{socket.Message}.",
        InvalidOperationException { Source: Server } when failure.Message.Contains("UseKestrelHttpsConfiguration", StringComparison.Ordinal) =>
            "a server inside another process cannot listen with https. Listen with http://.",
        InvalidOperationException { Source: Server } when failure.Message.Contains("certificate", StringComparison.OrdinalIgnoreCase) =>
            "https needs a certificate. Name one with Kestrel:Certificates:Default:Path and Kestrel:Certificates:Default:Password, or listen with http://.",
        InvalidOperationException { Source: Server } or FormatException or ArgumentOutOfRangeException { Source: Server } => failure.Message.Split('\n')[0].TrimEnd(),
        CryptographicException => $"the certificate cannot be read: {failure.Message}",
        _ => null,
    };
}
