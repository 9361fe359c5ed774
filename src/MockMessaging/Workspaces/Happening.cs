using MockMessaging.Contract;

namespace MockMessaging.Workspaces;

/// <summary>Something that happened, as the live feed tells it.</summary>
/// <param name="Number">Its place in the workspace's course, from 1.</param>
/// <param name="Kind">What kind of thing.</param>
/// <param name="AtMs">When, by the workspace's clock, in milliseconds since the epoch.</param>
/// <param name="About">The message, push, session or contact it is about; none for a reset.</param>
/// <param name="Status">The status taken, for a change of status.</param>
/// <param name="Word">The event code, for a session; why something was left out.</param>
internal readonly record struct Happening(long Number, HappeningKind Kind, long AtMs, object? About, MessageStatus? Status, string? Word);
