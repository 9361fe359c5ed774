using MockMessaging;
using MockMessaging.OpenApi;

const int CannotStart = 1;

try
{
    var app = ServerHost.OfItsOwn(args);
    if (!await OpenApiCommand.RanAsync(args, app.Services))
    {
        await ServerHost.PrepareAsync(app);
        await ServerHost.WatchRestoreAsync(app, () => app.RunAsync());
    }

    return 0;
}
catch (Exception failure) when (StartProblems.Of(failure) is { Count: > 0 } problems)
{
    foreach (var problem in problems)
    {
        await Console.Error.WriteLineAsync(problem);
    }

    return CannotStart;
}
