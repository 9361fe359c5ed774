using System.Globalization;
using MockMessaging.Benchmarks;
using MockMessaging.Benchmarks.Inner;
using MockMessaging.Benchmarks.Pushes;

switch (args)
{
    case ["receiver"]:
        Receiver.Run();
        return 0;
    case ["inner"]:
        InnerPieces.Run();
        return 0;
    case ["--help" or "-h"]:
        Console.Write(Choice.Help);
        return 0;
}

try
{
    var choice = Choice.Parse(args);
    if (choice.Names is not ["soak", ..] && choice.Names.FirstOrDefault(name => !Table.Knows(name)) is { } unknown)
    {
        throw new ArgumentException($"There is no row '{unknown}'.");
    }

    using var published = Published.Build(choice.Published);
    using var bench = new Bench(published, choice);
    if (choice.Names is ["soak", .. var minutes])
    {
        Soak.Run(bench, minutes is [var given] ? int.Parse(given, CultureInfo.InvariantCulture) : 10);
    }
    else
    {
        Table.Print(bench, choice);
    }

    return 0;
}
catch (ArgumentException wrong)
{
    Console.Error.WriteLine(wrong.Message);
    Console.Error.Write(Choice.Help);
    return 1;
}
catch (Exception failure)
{
    // Caught so that servers are stopped and folders removed on the way here.
    Console.Error.WriteLine(failure);
    return 1;
}
