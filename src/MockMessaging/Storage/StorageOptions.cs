using System.ComponentModel.DataAnnotations;

namespace MockMessaging.Storage;

/// <summary>Where state is kept and when an answer may leave. Section <c>Storage</c>.</summary>
public sealed class StorageOptions
{
    /// <summary>Value of <see cref="Path"/> for a server that forgets everything when it stops.</summary>
    public const string InMemory = ":memory:";

    /// <summary>Data file, made with its folder when absent, or <c>:memory:</c> for no file at all. Default <c>data/mock-messaging.db</c>.</summary>
    [Required]
    public string Path { get; set; } = "data/mock-messaging.db";

    /// <summary>When a change is on disk. Default <see cref="Durability.Relaxed"/>.</summary>
    public Durability Durability { get; set; } = Durability.Relaxed;

    /// <summary>How soon a change is on disk if the disk keeps up, in milliseconds; till then changes are gathered into one commit. Default 50, 1 to 1,000.</summary>
    [Range(1, 1_000)]
    public int CommitWindowMilliseconds { get; set; } = 50;

    /// <summary>Changes that may wait for the disk before requests are refused with 503. Default 100,000, 1,000 to 10,000,000.</summary>
    [Range(1_000, 10_000_000)]
    public int MaxWaiting { get; set; } = 100_000;
}
