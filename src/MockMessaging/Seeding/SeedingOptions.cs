namespace MockMessaging.Seeding;

/// <summary>What a fresh workspace holds. Section <c>Seeding</c>.</summary>
public sealed class SeedingOptions
{
    /// <summary>
    /// Seed of every workspace. Default none: each workspace takes its seed from its key, so that the same key means the same data.
    /// </summary>
    public long? Seed { get; set; }

    /// <summary>
    /// Folder whose <c>channels.json</c>, <c>templates.json</c>, <c>global-vars.json</c> and <c>client-apps.json</c> replace
    /// the built-in ones; a file that is not there stays built-in. Default none.
    /// </summary>
    public string? Path { get; set; }
}
