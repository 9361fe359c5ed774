namespace MockMessaging.Tests;

/// <summary>A request of a <see cref="HttpFile"/>, its variables not yet filled.</summary>
internal sealed record HttpFileRequest(string? Name, string Method, string Url, IReadOnlyList<(string Name, string Value)> Headers, string Body);
