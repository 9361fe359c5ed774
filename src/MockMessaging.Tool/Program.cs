return await MockMessaging.Command.RunAsync(args);
