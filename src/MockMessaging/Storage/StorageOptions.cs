using System.ComponentModel.DataAnnotations;

namespace MockMessaging.Storage;

/// <summary>Where data is stored, and when requests return. Section <c>Storage</c>.</summary>
public sealed class StorageOptions
{
    /// <summary>Value of <see cref="Path"/> for a server that forgets everything when it stops.</summary>
    public const string InMemory = ":memory:";

    /// <summary>
    /// Data file; it is created with its folder if it does not exist. A relative path starts at the current folder. <c>:memory:</c> means no file:
    /// everything is forgotten at the end. Default <c>data/mock-messaging.db</c> (in the image <c>/data/mock-messaging.db</c>).
    /// </summary>
    [Required]
    public string Path { get; set; } = "data/mock-messaging.db";

    /// <summary>When a change is on disk. Default <see cref="Durability.Relaxed"/>.</summary>
    public Durability Durability { get; set; } = Durability.Relaxed;

    /// <summary>How long changes are gathered into one commit, in milliseconds. A change is on disk within this time if the disk keeps up. Default 50, 1 to 1,000.</summary>
    [Range(1, 1_000)]
    public int CommitWindowMilliseconds { get; set; } = 50;

    /// <summary>How many changes may wait for the disk; beyond that, requests get 503. Default 100,000, 1,000 to 10,000,000.</summary>
    [Range(1_000, 10_000_000)]
    public int MaxWaiting { get; set; } = 100_000;
}

/// <summary>When a request returns: before or after its change is on disk.</summary>
public enum Durability
{
    /// <summary>Returns at once; the change is on disk within the commit window and at shutdown.</summary>
    Relaxed,

    /// <summary>Returns after the commit that holds the change; many requests share one commit.</summary>
    Strict,
}
