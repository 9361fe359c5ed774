namespace MockMessaging.Storage;

/// <summary>The disk cannot keep up, or has failed; nothing was taken.</summary>
internal sealed class StoreBusyException(string message) : Exception(message);
