namespace MockMessaging.Seeding;

/// <summary>Something a customer sends. Audio and voice have no caption.</summary>
internal sealed record MediaSample(string Id, string Link, string Filename, string MimeType, string? Caption, string Sha256);
