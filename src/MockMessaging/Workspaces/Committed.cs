namespace MockMessaging.Workspaces;

/// <summary>What a transaction answers, and when its changes may be relied on.</summary>
internal readonly record struct Committed<T>(T Value, Task Durable);
