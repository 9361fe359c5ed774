namespace MockMessaging.State;

/// <summary>What a fault strikes: calls of the API, or pushes. What is not given matches all.</summary>
internal sealed record FaultTarget(bool Pushes, string? Method = null, string? Path = null, PushType? Type = null, string? Subject = null, string? ContactId = null)
{
    public bool Fits(string method, string path) => !Pushes && RequestPattern.FitsMethod(Method, method) && RequestPattern.FitsPath(Path, path);

    public bool Fits(PushType type, string? subject, string contactId) =>
        Pushes
        && (Type is null || Type == type)
        && (Subject is null || subject is null || string.Equals(Subject, subject, StringComparison.OrdinalIgnoreCase))
        && (ContactId is null || ContactId == contactId);
}
