namespace MockMessaging.Seeding;

/// <summary>Content of a new workspace. Section <c>Seeding</c>.</summary>
public sealed partial class SeedingOptions
{
    /// <summary>
    /// Seed of ids and made-up people for all workspaces: a whole number within ±(2⁵³ − 1), which every JSON reader keeps exactly.
    /// Default: computed from the key, so that the same key gives the same data.
    /// </summary>
    public long? Seed { get; set; }

    /// <summary>
    /// Folder with <c>channels.json</c>, <c>templates.json</c>, <c>global-vars.json</c>, <c>client-apps.json</c> and <c>conversations.json</c>, in the
    /// format of <c>fixtures/</c>. Each replaces the built-in file of its name; for a missing file the built-in one is used. Default: none.
    /// </summary>
    public string? Path { get; set; }
}
