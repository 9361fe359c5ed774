using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Options;
using MockMessaging.Seeding;
using MockMessaging.Storage;

namespace MockMessaging;

/// <summary>What keeps a server from starting, in lines meant for whoever starts it.</summary>
internal static class StartProblems
{
    /// <summary>The lines for a failure that has a plain explanation; none for any other.</summary>
    public static IReadOnlyList<string> Of(Exception failure) => failure switch
    {
        OptionsValidationException settings => [.. settings.Failures],
        InvalidOperationException { InnerException: FormatException or ArgumentException } unreadable => [unreadable.Message],
        IOException { InnerException: AddressInUseException } => [$"{failure.Message} Stop what uses it, or listen elsewhere with --port."],
        FixtureException or StoreUnusableException or IOException => [failure.Message],
        _ => [],
    };
}
