namespace MockMessaging;

/// <summary>What <c>--help</c> prints.</summary>
internal static class CommandHelp
{
    private const string Usage = """
        A mock server of the vendor's "Messaging APIs v1.0": it responds like the service and never reaches a real phone.

        Usage:
          mock-messaging [options]          runs the server until Ctrl+C or SIGTERM
          mock-messaging openapi FILE       writes the OpenAPI document to FILE
          mock-messaging settings FILE      writes the list of settings to FILE
        """;

    private const string Options = """
        Options:
          --port NUMBER                     port to listen on, 0 to 65535; 0 for a free one (default 8080, of localhost)
          --urls URLS                       addresses to listen on, separated by semicolons, such as http://*:8080
          --data FOLDER                     store everything in FOLDER/mock-messaging.db, created if missing (default ./data)
          --memory                          store everything in memory only; it is lost at the end
          --fidelity documented|production  follow the vendor's document or the live service where they differ (default documented)
          --SETTING=VALUE                   any setting of SETTINGS.md, such as --Rules=Enforce or --Delivery:ReadDelayMilliseconds=0
          --help, -h                        print this
          --version                         print the version

        An environment variable such as Delivery__ReadDelayMilliseconds=0 does the same; an option has priority over it.

        Exit codes:
          0  the server was stopped, or the command is done
          1  the server cannot start: a setting is unknown or has a wrong value, the address or the data file cannot be used
          2  the arguments are wrong

        Try:
          mock-messaging --port 8080 --data ./data
          curl http://localhost:8080/api/v1/config/channels -H "x-api-key: my-key"
          and http://localhost:8080 in a browser
        """;

    /// <param name="verbs">The verbs that the command has besides, each with its description.</param>
    public static string Of(IReadOnlyList<(string Name, string Description)> verbs) => $"{Usage}\n{(verbs.Count == 0 ? "" : $"\n{Of("Verbs, which drive a running server; mock-messaging VERB --help says more:", verbs)}")}\n{Options}";

    private static string Of(string title, IReadOnlyList<(string Name, string Description)> verbs) =>
        $"{title}\n{string.Concat(verbs.Select(verb => $"  {verb.Name,-32}  {verb.Description}\n"))}";
}
