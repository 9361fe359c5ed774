namespace MockMessaging.Workspaces;

/// <summary>What a fault strikes: calls of the API, or pushes. What is not given matches all.</summary>
internal sealed record FaultTarget(bool Pushes, string? Method = null, string? Path = null, PushType? Type = null, string? Subject = null, string? ContactId = null)
{
    public bool Fits(string method, string path) =>
        !Pushes
        && (Method is null || string.Equals(Method, method, StringComparison.OrdinalIgnoreCase))
        && (Path is null || (Path.EndsWith('*') ? path.StartsWith(Path[..^1], StringComparison.OrdinalIgnoreCase) : string.Equals(Path, path, StringComparison.OrdinalIgnoreCase)));

    public bool Fits(PushType type, string? subject, string contactId) =>
        Pushes
        && (Type is null || Type == type)
        && (Subject is null || subject is null || string.Equals(Subject, subject, StringComparison.OrdinalIgnoreCase))
        && (ContactId is null || ContactId == contactId);
}
