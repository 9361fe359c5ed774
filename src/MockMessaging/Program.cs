using MockMessaging;

return await Command.RunAsync(args);
