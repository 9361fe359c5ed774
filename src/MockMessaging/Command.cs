using System.Reflection;
using MockMessaging.OpenApi;
using MockMessaging.Telemetry;

namespace MockMessaging;

/// <summary>The command <c>mock-messaging</c>.</summary>
internal static class Command
{
    private const int Done = 0;
    private const int CannotStart = 1;
    private const int WrongArguments = 2;

    private static string Version =>
        typeof(Command).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];

    /// <param name="verbs">The verbs that the caller handles itself; for the help.</param>
    public static Task<int> RunAsync(string[] arguments, params IReadOnlyList<(string Name, string Description)> verbs) => RunAsync(arguments, static _ => { }, verbs);

    /// <param name="extend">Adds to the server before it is built.</param>
    /// <param name="verbs">The verbs that the caller handles itself; for the help.</param>
    public static async Task<int> RunAsync(string[] arguments, Action<WebApplicationBuilder> extend, params IReadOnlyList<(string Name, string Description)> verbs)
    {
        // Before all else, to use the time in which only one thread works. It does no harm where no server starts.
        _ = Task.Run(WarmUp.ReadAndWrite);
        var command = CommandLine.Parse(arguments, [.. verbs.Select(verb => verb.Name)]);
        if (command.Problem is { } wrong)
        {
            await Console.Error.WriteLineAsync(wrong).ConfigureAwait(false);
            return WrongArguments;
        }

        if (command.Kind is CommandLine.CommandKind.Help or CommandLine.CommandKind.Version)
        {
            Console.WriteLine(command.Kind == CommandLine.CommandKind.Help ? CommandHelp.Of(verbs) : $"mock-messaging {Version}");
            return Done;
        }

        if (command.SettingsFile is { } settings)
        {
            await SettingsDocument.WriteAsync(settings).ConfigureAwait(false);
            return Done;
        }

        try
        {
            var app = ServerHost.OfItsOwn(command.Settings, extend);
            if (command.OpenApiFile is { } file)
            {
                await File.WriteAllBytesAsync(file, await app.Services.GetRequiredService<OpenApiDocuments>().Utf8Async(DocumentNames.Messaging).ConfigureAwait(false)).ConfigureAwait(false);
            }
            else
            {
                // Metrics must not count its messages.
                var warmsUp = !ExporterSelection.Of(app.Configuration).IsAnything;
                await ServerHost.PrepareAsync(app, warmsUp ? () => WarmUp.Send(app.Services) : null).ConfigureAwait(false);
                _ = warmsUp ? Task.Run(() => WarmUp.RespondAsync(app)) : null;
                app.WarnOfDoubtfulSettings();
                await ServerHost.WatchRestoreAsync(app, () => app.RunAsync()).ConfigureAwait(false);
            }

            return Done;
        }
        catch (Exception failure) when (StartProblems.Of(failure) is { Count: > 0 } problems)
        {
            foreach (var problem in problems)
            {
                await Console.Error.WriteLineAsync(problem).ConfigureAwait(false);
            }

            return CannotStart;
        }
    }
}
