namespace MockMessaging.Storage;

/// <summary>The data file cannot be opened; the message says why and what to do.</summary>
internal sealed class StoreUnusableException(string message, Exception inner) : IOException(message, inner);
