using System.Net.Sockets;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Options;
using MockMessaging.Seeding;
using MockMessaging.Storage;

namespace MockMessaging;

/// <summary>Explains why a server cannot start, for the person who starts it.</summary>
internal static class StartProblems
{
    private const string Server = "Microsoft.AspNetCore.Server.Kestrel.Core";

    /// <summary>One line for each problem; empty for a failure without a known explanation.</summary>
    public static IReadOnlyList<string> Of(Exception failure) => failure switch
    {
        OptionsValidationException settings => [.. settings.Failures],
        InvalidOperationException { InnerException: FormatException or ArgumentException } unreadable => [unreadable.Message],
        IOException { InnerException: AddressInUseException } => [$"{failure.Message} Stop the program that uses it, or choose another port with --port."],
        FixtureException or StoreUnusableException or IOException => [failure.Message],
        _ => [],
    };

    /// <summary>Why the server cannot listen on an address; null for any other failure.</summary>
    public static string? OfListening(Exception failure) => failure switch
    {
        SocketException { SocketErrorCode: SocketError.AddressNotAvailable } => "this machine does not have the address. Use http://localhost:8080, or http://*:8080 for every address.",
        SocketException { SocketErrorCode: SocketError.AccessDenied } => "ports below 1024 need a permission that this process does not have. Use a higher port.",
        SocketException socket => $"{socket.Message}.",
        InvalidOperationException { Source: Server } when failure.Message.Contains("UseKestrelHttpsConfiguration", StringComparison.Ordinal) =>
            "a server inside another process cannot use https. Use http://.",
        InvalidOperationException { Source: Server } when failure.Message.Contains("certificate", StringComparison.OrdinalIgnoreCase) =>
            "https needs a certificate. Set Kestrel:Certificates:Default:Path and Kestrel:Certificates:Default:Password, or use http://.",
        InvalidOperationException { Source: Server } or FormatException or ArgumentOutOfRangeException { Source: Server } => failure.Message.Split('\n')[0].TrimEnd(),
        CryptographicException => $"the certificate cannot be read: {failure.Message}",
        _ => null,
    };
}
