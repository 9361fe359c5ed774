using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Options;
using MockMessaging.Fidelity;
using MockMessaging.Http;
using MockMessaging.Seeding;
using MockMessaging.Storage;

namespace MockMessaging;

/// <summary>Explains why a server cannot start, for the person who starts it.</summary>
internal static partial class StartProblems
{
    private const string Server = "Microsoft.AspNetCore.Server.Kestrel.Core";

    /// <summary>One line for each problem; empty for a failure without a known explanation.</summary>
    public static IReadOnlyList<string> Of(Exception failure) => failure switch
    {
        OptionsValidationException settings => [.. settings.Failures],
        InvalidOperationException { InnerException: FormatException or ArgumentException } unreadable => [WrongValue(unreadable.Message)],
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
        InvalidOperationException { Source: Server } when failure.Message.Contains("certificate", StringComparison.OrdinalIgnoreCase) =>
            "https needs a certificate. Set Https:SelfSigned=true, or Kestrel:Certificates:Default:Path and Kestrel:Certificates:Default:Password, or use http://.",
        InvalidOperationException { Source: Server } or FormatException or ArgumentOutOfRangeException { Source: Server } => failure.Message.Split('\n')[0].TrimEnd(),
        CryptographicException => $"the certificate cannot be read: {failure.Message}",
        _ => null,
    };

    /// <summary>The end of a sentence that lists the values of an enum, or names the kind of value.</summary>
    public static string Allowed(Type type) => type.IsEnum ? $"use {string.Join(" or ", Enum.GetNames(type))}." : $"use {JsonPlace.NameOf(type)}.";

    /// <summary>The message of the configuration binder names a .NET type, which says nothing to the person who starts the server.</summary>
    private static string WrongValue(string message) =>
        BinderMessage().Match(message) is { Success: true } found && TypeOf(found.Groups["type"].Value) is { } type
            ? $"{found.Groups["name"].Value}: '{found.Groups["value"].Value}' is not allowed; {Allowed(type)}"
            : message;

    private static Type? TypeOf(string name) =>
        typeof(StartProblems).Assembly.GetType(name) ?? typeof(FidelityMode).Assembly.GetType(name) ?? Type.GetType(name);

    [GeneratedRegex("^Failed to convert configuration value '(?<value>.*)' at '(?<name>[^']*)' to type '(?<type>[^']*)'")]
    private static partial Regex BinderMessage();
}
