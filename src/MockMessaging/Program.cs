using MockMessaging;
using MockMessaging.OpenApi;

const int CannotStart = 1;

try
{
    var app = MockMessagingServer.CreateBuilder(args).Build();
    if (!await OpenApiCommand.RanAsync(args, app.Services))
    {
        await MockMessagingServer.PrepareAsync(app);
        await MockMessagingServer.WatchRestoreAsync(app, () => app.RunAsync());
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
