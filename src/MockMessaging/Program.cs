using MockMessaging;
using MockMessaging.OpenApi;

var app = MockMessagingServer.CreateBuilder(args).Build();
if (!await OpenApiCommand.RanAsync(args, app.Services))
{
    await app.UseMockMessaging().RunAsync();
}
