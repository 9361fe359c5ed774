using MockMessaging;

var app = MockMessagingServer.CreateBuilder(args).Build().UseMockMessaging();
await app.RunAsync();
